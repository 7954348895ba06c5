package vn.vanthu.register.book;

import java.time.Instant;
import java.util.Locale;
import vn.vanthu.message.MailId;

/**
 * A document that waits until the clerk enters it.
 *
 * @param document which one of the mail's documents: the part's path or file name
 * @param mailbox the mailbox that it came to
 * @param readable what could be read of it, for people
 * @param dueAt until when it must be entered (NĐ 30/2020: the next working day; at once when urgent)
 */
public record WaitingDocument(
        MailId mailId, String document, Instant arrivedAt, String mailbox, String readable, Instant dueAt) {

    /** {@code trang_thai} in {@code van_ban_cho_dang_ky}. */
    public enum State {
        WAITING,
        REGISTERED,
        REJECTED;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
