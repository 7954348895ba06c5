package vn.vanthu.james.approval;

import org.apache.mailet.Attribute;
import org.apache.mailet.AttributeName;
import org.apache.mailet.AttributeValue;
import org.apache.mailet.Mail;

/**
 * Whether the gate looked at this mail on this very way through the pipeline. The mark is an object that no queue, store or
 * file can hold: whatever else comes to the delivery has none, and is looked at there.
 */
public final class Cleared {

    private static final AttributeName MARK = AttributeName.of("vanthu.cleared");
    private static final Object PASSED = new Object();

    private Cleared() {}

    public static void mark(Mail mail) {
        mail.setAttribute(new Attribute(MARK, AttributeValue.ofUnserializable(PASSED)));
    }

    public static boolean is(Mail mail) {
        return mail.getAttribute(MARK)
                .filter(mark -> mark.getValue().value() == PASSED)
                .isPresent();
    }
}
