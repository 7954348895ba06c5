package vn.vanthu.james.approval;

import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * That the gate looked at this mail on this very way through the pipeline, and what it found. The mark is an object that no
 * queue, store or file can hold: whatever else comes to the delivery has none, and is looked at there.
 */
public final class Cleared {

    private static final AttributeName MARK = AttributeName.of("vanthu.cleared");
    private static final Object OFFICIAL = new Object();
    private static final Object ORDINARY = new Object();

    private Cleared() {}

    /** @param official whether it speaks for the agency or a unit, and may */
    public static void mark(Mail mail, boolean official) {
        mail.setAttribute(new Attribute(MARK, AttributeValue.ofUnserializable(official ? OFFICIAL : ORDINARY)));
    }

    /** The mail goes on to others than the gate saw: it is looked at again before it leaves. */
    public static void forget(Mail mail) {
        mail.removeAttribute(MARK);
    }

    public static boolean is(Mail mail) {
        return is(mail, OFFICIAL) || isOrdinary(mail);
    }

    /** Whether the gate had nothing to decide: it does not go out, or speaks only for its sender. */
    public static boolean isOrdinary(Mail mail) {
        return is(mail, ORDINARY);
    }

    private static boolean is(Mail mail, Object mark) {
        return mail.getAttribute(MARK)
                .filter(found -> found.getValue().value() == mark)
                .isPresent();
    }
}
