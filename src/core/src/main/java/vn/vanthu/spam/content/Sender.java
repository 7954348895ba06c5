package vn.vanthu.spam.content;

import java.util.Locale;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.message.MessageView;

/**
 * Who says that he wrote the message, and with what.
 *
 * @param address the first of From, lower case; empty when there is none
 * @param program as User-Agent and X-Mailer say; empty when they are not there
 */
public record Sender(String address, String program) {

    static Sender of(MessageView header) {
        String address =
                header.from().stream().map(HeaderAddress::address).findFirst().orElse("");
        String program = header.text("User-Agent") + header.text("X-Mailer") + header.text("X-Newsreader");
        return new Sender(address.toLowerCase(Locale.ROOT), program);
    }

    /** Behind the @; empty when there is none. */
    public String domain() {
        int at = address.lastIndexOf('@');
        return at < 0 ? "" : address.substring(at + 1);
    }

    /** Before the @; empty when there is none. */
    public String local() {
        return address.substring(0, Math.max(0, address.lastIndexOf('@')));
    }
}
