package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.Source;

/** One version of a number of a book; number 0 is the book of that year itself. */
@Entity
@Immutable
@Table(name = "book_entry")
@SuppressWarnings("NullAway.Init")
class BookEntryRow extends LogRow {

    enum Action {
        OPEN,
        CLOSE,
        REGISTER,
        RESERVE,
        ASSIGN,
        SEND,
        ARRIVE,
        COMPLETE,
        CORRECT,
        VOID,
        LAPSE;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final String OPEN = "open";
    static final String CLOSED = "closed";

    String book;

    @Column(name = "book_year")
    int year;

    @Column(name = "entry_number")
    int number;

    int version;
    String action;
    String state;
    LocalDateTime at;

    @Column(name = "entered_at")
    LocalDateTime enteredAt;

    @Column(name = "arrived_on")
    LocalDate arrivedOn;

    @Column(name = "reserved_until")
    @Nullable
    LocalDateTime reservedUntil;

    String login;

    @Column(name = "system_account")
    String systemUser;

    String reason;

    @Column(name = "act_key")
    String actKey;

    @Column(name = "old_value", length = 16_000_000)
    String oldValue = "";

    @Column(name = "new_value", length = 16_000_000)
    String newValue = "";

    String mailbox = "";

    @Column(name = "mail_id")
    String mailId = "";

    @Column(name = "content_sha256")
    String sha256 = "";

    @Embedded
    DocumentColumns document;

    @Column(name = "same_key")
    String sameKey;

    @Column(name = "search_text")
    String searchText;

    BookEntryRow() {}

    /** The first version of a number. */
    BookEntryRow(BookCounter.Series series, int number, Action action, String state, LocalDateTime at, Act act) {
        this.book = series.book();
        this.year = series.year();
        this.number = number;
        this.version = 1;
        this.enteredAt = at;
        this.arrivedOn = at.plusHours(7).toLocalDate();
        by(action, state, at, act);
        describe(DocumentFields.none());
    }

    /** The version after this one, with the same content. */
    BookEntryRow next(Action nextAction, String nextState, LocalDateTime time, Act act) {
        BookEntryRow row =
                new BookEntryRow(new BookCounter.Series(book, year), number, nextAction, nextState, time, act);
        row.version = version + 1;
        row.enteredAt = enteredAt;
        row.arrivedOn = arrivedOn;
        row.from(mailbox, mailId, sha256);
        row.describe(document.fields());
        row.oldValue = "";
        row.newValue = "";
        return row;
    }

    private void by(Action what, String after, LocalDateTime time, Act act) {
        action = what.code();
        state = after;
        at = time;
        login = Text.fitKey(act.login(), ADDRESS);
        systemUser = Text.fit(act.systemUser(), 100);
        reason = Text.fit(act.reason(), 1000);
        actKey = Text.fitKey(act.key(), 200);
    }

    BookEntryRow from(Source source) {
        arrivedOn = utc(source.arrivedAt()).plusHours(7).toLocalDate();
        return from(source.mailbox(), source.mailId(), source.sha256());
    }

    private BookEntryRow from(String box, String mail, String content) {
        mailbox = Text.fitKey(box, ADDRESS);
        mailId = Text.fit(mail, 19);
        sha256 = Text.fit(content, 64);
        return this;
    }

    /** Sets the document's fields, and what changed by that for the history. */
    final BookEntryRow describe(DocumentFields fields) {
        DocumentFields before = document == null ? DocumentFields.none() : document.fields();
        document = new DocumentColumns(fields);
        DocumentFields stored = document.fields();
        DocumentFields changed = stored.different(before);
        newValue = changed.toString();
        oldValue = before.only(changed.with(before.different(stored))).toString();
        sameKey = sameKey(document);
        searchText = document.searchText();
        return this;
    }

    private static String sameKey(DocumentColumns document) {
        return Text.fitKey(document.sameKey(), 420);
    }

    Entry entry() {
        return new Entry(
                new BookNumber(Book.ofCode(book), year, number),
                version,
                Entry.State.valueOf(state.toUpperCase(Locale.ROOT)),
                enteredAt.toInstant(ZoneOffset.UTC),
                arrivedOn,
                document.fields(),
                mailbox,
                mailId,
                sha256,
                instant(reservedUntil));
    }

    private static @Nullable Instant instant(@Nullable LocalDateTime time) {
        return time == null ? null : time.toInstant(ZoneOffset.UTC);
    }

    @Override
    String table() {
        return "book_entry";
    }

    @Override
    List<String> contentFields() {
        return List.of("old_value", "new_value", "content_sha256", "type", "subject", "note");
    }

    @Override
    List<DerivedColumn> derivedColumns() {
        String source = document.searched();
        return List.of(
                new DerivedColumn("same_key", true, source, sameKey, sameKey(document)),
                new DerivedColumn("search_text", true, source, searchText, document.searchText()));
    }

    @Override
    String column(String field) {
        return switch (field) {
            case "type" -> "document_type";
            case "position" -> "signer_position";
            default -> field;
        };
    }

    @Override
    List<String> keyFields() {
        return List.of("actKey");
    }

    @Override
    List<String> key() {
        return List.of(actKey);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        row.text("book", book)
                .number("book_year", (long) year)
                .number("entry_number", (long) number)
                .number("version", (long) version)
                .text("action", action)
                .text("state", state)
                .time("at", at)
                .time("entered_at", enteredAt)
                .date("arrived_on", arrivedOn)
                .time("reserved_until", reservedUntil)
                .text("login", login)
                .text("system_account", systemUser)
                .text("reason", reason)
                .text("act_key", actKey)
                .text("old_value", oldValue)
                .text("new_value", newValue)
                .text("mailbox", mailbox)
                .text("mail_id", mailId)
                .text("content_sha256", sha256);
        return document.addTo(row);
    }
}
