package vn.vanthu.register.store;

import java.util.Optional;
import vn.vanthu.decision.Reason;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.store.BookEntryRow.Action;

/** The number that stands in an outgoing document meets its book. */
final class Claiming {

    /** A number further ahead than this was misread or mistyped. */
    private static final int MOST_SKIPPED = 20;

    private final BookTransaction series;
    private final BookNumber number;
    private final DocumentFields fields;
    private final Source source;
    private final Act act;

    Claiming(BookTransaction series, BookNumber number, DocumentFields fields, Source source, Act act) {
        this.series = series;
        this.number = number;
        this.fields = fields;
        this.source = source;
        this.act = act;
    }

    Claim claim() throws BookException {
        Optional<BookEntryRow> done = series.done(act);
        if (done.isPresent()) {
            BookEntryRow row = done.get();
            return row.action.equals(Action.SEND.code())
                    ? new Claim.SentAgain(row.entry())
                    : new Claim.Claimed(row.entry());
        }
        Optional<BookEntryRow> current = series.current(number.number());
        return current.isPresent() ? known(current.get()) : ahead();
    }

    private Claim known(BookEntryRow current) {
        if (current.state.equals(StoredBooks.VOIDED)) {
            return refused("number-voided", "Số " + number.text() + " đã hủy. Đề nghị văn thư cấp số khác.");
        }
        if (current.state.equals(StoredBooks.RESERVED)) {
            return isOtherDocument(current)
                    ? refused(
                            "number-of-other-document",
                            "Số " + number.text() + " đã cấp cho văn bản " + current.document.code + ".")
                    : assign(current);
        }
        boolean same = !source.sha256().isEmpty() && source.sha256().equals(current.sha256);
        return same
                ? sendAgain(current)
                : refused("number-taken", "Số " + number.text() + " đã dùng cho văn bản khác.");
    }

    private boolean isOtherDocument(BookEntryRow reserved) {
        String claimed = SearchText.plain(fields.get(Field.CODE)).replaceAll("\\s", "");
        String given = SearchText.plain(reserved.document.code).replaceAll("\\s", "");
        return !claimed.isEmpty() && !given.isEmpty() && !claimed.equals(given);
    }

    private Claim assign(BookEntryRow reserved) {
        BookEntryRow row = reserved.next(Action.ASSIGN, StoredBooks.REGISTERED, series.time(), act);
        row.from(source).describe(reserved.document.fields().with(fields));
        row.arrivedOn = reserved.arrivedOn;
        return new Claim.Claimed(series.insert(row).entry());
    }

    private Claim sendAgain(BookEntryRow entry) {
        BookEntryRow row = entry.next(Action.SEND, entry.state, series.time(), act);
        row.newValue = "mail: " + source.mailId();
        return new Claim.SentAgain(series.insert(row).entry());
    }

    private Claim ahead() throws BookException {
        if (number.number() - series.lastNumber() > MOST_SKIPPED) {
            return refused(
                    "number-implausible",
                    "Số " + number.text() + " cách xa số cuối cùng của sổ (" + series.lastNumber() + ").");
        }
        while (series.lastNumber() < number.number() - 1) {
            int skipped = series.lastNumber() + 1;
            Act skip = new Act(
                    act.login(), act.systemUser(), "Bỏ qua trước số " + number.text(), act.key() + "#" + skipped);
            series.insert(series.nextNumber(Action.RESERVE, StoredBooks.RESERVED, skip));
        }
        BookEntryRow row = series.nextNumber(Action.ASSIGN, StoredBooks.REGISTERED, act);
        row.from(source).describe(fields);
        row.arrivedOn = row.enteredAt.plusHours(7).toLocalDate();
        return new Claim.Claimed(series.insert(row).entry());
    }

    private static Claim refused(String code, String text) {
        return new Claim.Refused(Reason.of(code, "Nghị định 30/2020/NĐ-CP Điều 15", text));
    }
}
