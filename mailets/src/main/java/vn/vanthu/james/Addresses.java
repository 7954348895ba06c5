package vn.vanthu.james;

import java.util.Locale;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;

/** Addresses as the register and the organization know them: lower case text. */
public final class Addresses {

    private Addresses() {}

    public static String of(MailAddress address) {
        return address.asString().toLowerCase(Locale.ROOT);
    }

    /** The envelope sender; empty for the null sender. */
    public static String of(MaybeSender sender) {
        return sender.asOptional().map(Addresses::of).orElse("");
    }
}
