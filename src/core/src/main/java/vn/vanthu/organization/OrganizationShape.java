package vn.vanthu.organization;

import java.util.Arrays;
import vn.vanthu.config.Kind;
import vn.vanthu.config.XmlShape;

/** The elements and attributes of {@code organization.xml}. */
final class OrganizationShape {

    private static final String LOCAL = "[A-Za-z0-9]+([._-][A-Za-z0-9]+)*";

    /** A name of a mailbox in the agency's first domain, or a full address. */
    private static final Kind MAILBOX = Kind.of(
            "the name of a mailbox (letters, digits, and . - _ between them), with @domain or without",
            OrganizationShape::isMailbox);

    /** Whether such a mailbox exists is told by {@link OrganizationCheck}. */
    private static final Kind REFERENCE = Kind.of("the name of a mailbox in this file", value -> true);

    private static final Kind ID = Kind.matching("letters, digits and hyphens", "[A-Za-z0-9-]{1,40}");
    private static final Kind SYMBOL =
            Kind.matching("a symbol as in documents: letters, digits, & and hyphens", "[\\p{L}\\p{N}&-]{1,20}");
    private static final Kind ROLE =
            Kind.choice(Arrays.stream(Role.values()).map(Role::code).toArray(String[]::new));

    private static final XmlShape AGENCY = XmlShape.of("agency")
            .required("name", Kind.TEXT)
            .required("symbol", SYMBOL)
            .required("mailbox", MAILBOX)
            .some(XmlShape.of("domain").text(Kind.DOMAIN))
            .any(XmlShape.of("called").text(Kind.TEXT));

    private static final XmlShape UNIT = XmlShape.of("unit")
            .required("id", ID)
            .required("name", Kind.TEXT)
            .required("symbol", SYMBOL)
            .required("head", REFERENCE)
            .optional("mailbox", MAILBOX)
            .any(XmlShape.of("called").text(Kind.TEXT));

    private static final XmlShape PERSON = XmlShape.of("person")
            .required("mailbox", MAILBOX)
            .required("name", Kind.TEXT)
            .required("title", Kind.TEXT)
            .required("role", ROLE)
            .optional("unit", ID);

    private static final XmlShape ASSIGNMENT = XmlShape.of("assignment")
            .required("mailbox", REFERENCE)
            .required("person", REFERENCE)
            .required("may", Kind.choices("send", "open"))
            .optional("from", Kind.DATE)
            .optional("until", Kind.DATE);

    private static final XmlShape APPROVER = XmlShape.of("approver")
            .required("mailbox", REFERENCE)
            .required("person", REFERENCE)
            .optional("from", Kind.DATE)
            .optional("until", Kind.DATE);

    private static final XmlShape ABSENCE = XmlShape.of("absence")
            .required("person", REFERENCE)
            .required("from", Kind.DATE)
            .required("until", Kind.DATE)
            .optional("stand-in", REFERENCE);

    private static final XmlShape APPROVALS = XmlShape.of("approvals")
            .required("self-approval", Kind.YES_OR_NO)
            .required("leaders-own-mail", Kind.choice("approved", "held"))
            .optional("unit-head-first", Kind.YES_OR_NO)
            .any(APPROVER)
            .any(ABSENCE);

    private static final XmlShape PLACE = XmlShape.of("place")
            .required("name", Kind.TEXT)
            .any(XmlShape.of("called").text(Kind.TEXT))
            .any(XmlShape.of("address").text(Kind.ADDRESS))
            .any(XmlShape.of("domain").text(Kind.DOMAIN));

    static final XmlShape ORGANIZATION = XmlShape.of("organization")
            .one(AGENCY)
            .one(XmlShape.of("units").any(UNIT))
            .one(XmlShape.of("people").some(PERSON))
            .one(XmlShape.of("assignments").any(ASSIGNMENT))
            .one(APPROVALS)
            .atMostOne(XmlShape.of("address-book").any(PLACE));

    private OrganizationShape() {}

    private static boolean isMailbox(String value) {
        int at = value.indexOf('@');
        String local = at < 0 ? value : value.substring(0, at);
        return local.length() <= 64
                && local.matches(LOCAL)
                && (at < 0 || Kind.DOMAIN.accepts().test(value.substring(at + 1)));
    }
}
