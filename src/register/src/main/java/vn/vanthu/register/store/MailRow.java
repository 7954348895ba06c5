package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.MailRecord;

@Entity
@Immutable
@Table(name = "mail")
@SuppressWarnings("NullAway.Init")
class MailRow extends LogRow {

    private static final int SENDER = 1000;

    @Column(name = "mail_id")
    String mailId;

    @Column(name = "received_at")
    LocalDateTime receivedAt;

    /** The same at +07:00, by which the indexes are ordered; the database makes it. */
    @Formula("received_local")
    @Nullable
    LocalDateTime receivedLocal;

    String direction;
    String login;

    @Column(name = "client_address")
    String clientAddress;

    @Column(name = "envelope_sender")
    String envelopeSender;

    String sender;

    /** The address in the From header, lower case. */
    @Column(name = "sender_address")
    String senderAddress;

    @Column(length = 16_000_000)
    String recipients;

    String subject;

    @Column(name = "message_id")
    String messageId;

    long size;
    String sha256;

    /** Subject and sender in plain small letters, for searching; no part of the hash, since it is made from both. */
    @Column(name = "search_text")
    String searchText;

    MailRow() {}

    MailRow(MailRecord mail) {
        mailId = mail.id().value();
        receivedAt = utc(mail.receivedAt());
        direction = mail.direction().code();
        login = Text.fitKey(mail.login(), ADDRESS);
        clientAddress = Text.fit(mail.clientAddress(), 64);
        envelopeSender = Text.fitKey(mail.envelopeSender(), ADDRESS);
        sender = Text.fit(mail.from(), SENDER);
        senderAddress = addressKey(mail.from());
        recipients = Text.fit(String.join(", ", mail.recipients()), 1_000_000);
        subject = Text.fit(mail.subject(), 1000);
        messageId = Text.fit(mail.messageId(), 1000);
        size = mail.size();
        sha256 = Text.fit(mail.sha256(), 64);
        searchText = searchable();
    }

    private String searchable() {
        return Text.fit(SearchText.plain(subject + " " + sender), 2000);
    }

    private static String addressKey(String from) {
        return Text.fitKey(address(from), ADDRESS);
    }

    private static String address(String from) {
        int open = from.lastIndexOf('<');
        int close = from.indexOf('>', open + 1);
        String address = open >= 0 && close > open ? from.substring(open + 1, close) : from;
        return address.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    String table() {
        return "mail";
    }

    @Override
    List<String> contentFields() {
        return List.of("subject", "message_id", "sha256");
    }

    @Override
    List<DerivedColumn> derivedColumns() {
        DerivedColumn search = new DerivedColumn("search_text", true, subject + " " + sender, searchText, searchable());
        DerivedColumn address = new DerivedColumn("sender_address", false, sender, senderAddress, addressKey(sender));
        return addressStandsIn(sender) ? List.of(search, address) : List.of(search);
    }

    /** Not when the header was cut, nor when a long address held what no database takes: then its end is another hash. */
    private static boolean addressStandsIn(String sender) {
        return sender.length() < SENDER - 1 && !(sender.length() > ADDRESS && sender.indexOf('\uFFFD') >= 0);
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId");
    }

    @Override
    List<String> key() {
        return List.of(mailId);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .time("received_at", receivedAt)
                .text("direction", direction)
                .text("login", login)
                .text("client_address", clientAddress)
                .text("envelope_sender", envelopeSender)
                .text("sender", sender)
                .text("recipients", recipients)
                .text("subject", subject)
                .text("message_id", messageId)
                .number("size", size)
                .text("sha256", sha256);
    }
}
