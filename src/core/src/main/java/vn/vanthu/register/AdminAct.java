package vn.vanthu.register;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that changed who may do what, or who saw what ({@code nhat_ky_quan_tri}).
 *
 * @param login the account that did it, a full address; the program itself is {@link #SYSTEM}; empty in the admin's shell
 * @param systemUser who typed it in the admin's shell; else empty
 * @param target what it was done to: an account, a mailbox, a file
 * @param detail for people; never a password
 * @param key unique for the act, the same when it is written again
 */
public record AdminAct(
        Instant at, String login, String systemUser, Action action, String target, String detail, String key) {

    /** The program itself. */
    public static final String SYSTEM = "vanthu-he-thong";

    /** {@code viec}. */
    public enum Action {
        ACCOUNT_ADDED,
        PASSWORD_CHANGED,
        ACCOUNT_LOCKED,
        ACCOUNT_UNLOCKED,
        /** Which mailboxes a person may open, or send as, became other ones. */
        ACCESS_CHANGED,
        /** Somebody opened a mailbox that is not his own. */
        MAILBOX_OPENED,
        /** The gateway was started; the detail names the configuration. */
        GATEWAY_STARTED,
        CONFIGURATION_CHANGED,
        /** Content was erased from the register by law. */
        CONTENT_ERASED,
        /** A restored copy was confirmed: what was lost, and who answers for it. */
        RESTORED,
        /** A login that was stopped for sending too much may send again. */
        SENDING_LIFTED,
        /** What a stopped login had tried to send was dropped. */
        HELD_MAIL_DROPPED,
        /** A closed year was exported; the detail names the export and its hash. */
        YEAR_EXPORTED,
        /** The files of an exported year left the archive folder. */
        YEAR_LEFT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AdminAct {
        if (login.isBlank() && systemUser.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("an act of administration needs who did it and a key");
        }
    }
}
