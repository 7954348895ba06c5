package vn.vanthu.organization;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Dates;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlFile;

/**
 * Reads {@code organization.xml}. First everything is checked and told; only a file without any problem becomes an
 * {@link Organization}.
 */
public final class OrganizationFile {

    private final XmlElement root;
    private final String domain;

    private OrganizationFile(XmlElement root, String domain) {
        this.root = root;
        this.domain = domain;
    }

    /** @throws ConfigurationException with every problem of the file */
    public static Organization load(Path file) throws ConfigurationException {
        Problems problems = new Problems(file.toString());
        XmlElement root = XmlFile.read(file, problems).orElse(null);
        if (root != null) {
            OrganizationShape.ORGANIZATION.check(root, problems);
            new OrganizationCheck(root, problems).run();
        }
        problems.throwIfAny();
        if (root == null) {
            throw new IllegalStateException("a file that cannot be read is a problem");
        }
        return new OrganizationFile(root, domains(root).get(0)).organization();
    }

    static List<String> domains(XmlElement root) {
        return root.within("agency", "domain").stream()
                .map(XmlElement::text)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    private Organization organization() {
        return new Organization(
                agency(root.children("agency").get(0)),
                each("units", "unit", this::unit),
                each("people", "person", this::person),
                each("assignments", "assignment", this::assignment),
                approvals(root.children("approvals").get(0)),
                each("address-book", "place", OrganizationFile::place));
    }

    private <T> List<T> each(String group, String name, Function<XmlElement, T> read) {
        return root.within(group, name).stream().map(read).toList();
    }

    private Agency agency(XmlElement element) {
        return new Agency(
                element.attribute("name"),
                element.attribute("symbol"),
                domains(root),
                address(element, "mailbox"),
                texts(element, "called"));
    }

    private Unit unit(XmlElement element) {
        return new Unit(
                element.attribute("id"),
                element.attribute("name"),
                element.attribute("symbol"),
                address(element, "head"),
                addressOrNull(element, "mailbox"),
                texts(element, "called"));
    }

    private Person person(XmlElement element) {
        return new Person(
                address(element, "mailbox"),
                element.attribute("name"),
                element.attribute("title"),
                Role.ofCode(element.attribute("role")),
                element.has("unit") ? element.attribute("unit") : null);
    }

    private Assignment assignment(XmlElement element) {
        List<String> may = Arrays.asList(element.attribute("may").split("\\s*,\\s*", -1));
        return new Assignment(
                address(element, "person"),
                address(element, "mailbox"),
                may.contains("send"),
                may.contains("open"),
                period(element));
    }

    private Approvals approvals(XmlElement element) {
        return new Approvals(
                element.attribute("self-approval").equals("yes"),
                element.attribute("leaders-own-mail").equals("approved"),
                element.has("unit-head-first")
                        && element.attribute("unit-head-first").equals("yes"),
                each("approvals", "approver", this::rule),
                each("approvals", "absence", this::absence));
    }

    private Approvals.Rule rule(XmlElement element) {
        return new Approvals.Rule(address(element, "mailbox"), address(element, "person"), period(element));
    }

    private Approvals.Absence absence(XmlElement element) {
        return new Approvals.Absence(address(element, "person"), addressOrNull(element, "stand-in"), period(element));
    }

    private static Place place(XmlElement element) {
        return new Place(
                element.attribute("name"),
                texts(element, "called"),
                texts(element, "address"),
                texts(element, "domain"));
    }

    private String address(XmlElement element, String attribute) {
        return Addresses.complete(element.attribute(attribute), domain);
    }

    private @Nullable String addressOrNull(XmlElement element, String attribute) {
        return element.has(attribute) ? address(element, attribute) : null;
    }

    private static Period period(XmlElement element) {
        return new Period(date(element, "from"), date(element, "until"));
    }

    private static @Nullable LocalDate date(XmlElement element, String attribute) {
        return element.has(attribute) ? Dates.parse(element.attribute(attribute)) : null;
    }

    private static List<String> texts(XmlElement element, String name) {
        return element.children(name).stream().map(XmlElement::text).toList();
    }
}
