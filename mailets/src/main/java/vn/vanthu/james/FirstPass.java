package vn.vanthu.james;

import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * Whether a mail is on its first way through the pipeline, without a stop since it was recorded. Only then is it certain
 * that nothing was delivered yet; else the register is asked. The mark cannot be serialised, so it is gone as soon as the
 * mail was in a queue, as after a crash.
 */
public final class FirstPass {

    private static final AttributeName MARK = AttributeName.of("vanthu.first-pass");

    private FirstPass() {}

    public static void mark(Mail mail) {
        mail.setAttribute(new Attribute(MARK, AttributeValue.ofUnserializable(new Object())));
    }

    /** Before the mail goes into a queue. */
    public static void clear(Mail mail) {
        mail.removeAttribute(MARK);
    }

    public static boolean is(Mail mail) {
        return mail.getAttribute(MARK).isPresent();
    }
}
