package vn.vanthu.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an element may hold. Checks a whole tree: unknown and missing names, wrong values, too few and too many elements.
 *
 * @param text the kind of the characters inside; empty when only elements may stand there
 * @param open whether elements that are not listed may stand there too, with anything inside
 */
public record XmlShape(
        String name, List<Attribute> attributes, List<Child> children, Optional<Kind> text, boolean open) {

    /** An attribute, and what it may be. */
    record Attribute(String name, Kind kind, boolean required) {}

    /** An element inside, and how often. */
    record Child(XmlShape shape, int least, int most) {}

    public XmlShape {
        attributes = List.copyOf(attributes);
        children = List.copyOf(children);
    }

    public static XmlShape of(String name) {
        return new XmlShape(name, List.of(), List.of(), Optional.empty(), false);
    }

    public XmlShape required(String attribute, Kind kind) {
        return with(new Attribute(attribute, kind, true));
    }

    public XmlShape optional(String attribute, Kind kind) {
        return with(new Attribute(attribute, kind, false));
    }

    public XmlShape one(XmlShape child) {
        return with(new Child(child, 1, 1));
    }

    public XmlShape atMostOne(XmlShape child) {
        return with(new Child(child, 0, 1));
    }

    public XmlShape some(XmlShape child) {
        return with(new Child(child, 1, Integer.MAX_VALUE));
    }

    public XmlShape any(XmlShape child) {
        return with(new Child(child, 0, Integer.MAX_VALUE));
    }

    public XmlShape text(Kind kind) {
        return new XmlShape(name, attributes, children, Optional.of(kind), open);
    }

    /** May hold elements that are not listed: another reader checks them. */
    public XmlShape andAnyElement() {
        return new XmlShape(name, attributes, children, text, true);
    }

    private XmlShape with(Attribute attribute) {
        return new XmlShape(name, plus(attributes, attribute), children, text, open);
    }

    private XmlShape with(Child child) {
        return new XmlShape(name, attributes, plus(children, child), text, open);
    }

    private static <T> List<T> plus(List<T> list, T one) {
        return Stream.concat(list.stream(), Stream.of(one)).toList();
    }

    /** Notes everything in the tree that does not have this shape. */
    public void check(XmlElement element, Problems problems) {
        if (!element.name().equals(name)) {
            problems.unknown(element.key(), element.name(), List.of(name));
            return;
        }
        checkAttributes(element, problems);
        checkText(element, problems);
        checkCounts(element, problems);
        element.children().forEach(child -> checkChild(child, problems));
    }

    private void checkAttributes(XmlElement element, Problems problems) {
        List<String> known = new ArrayList<>();
        for (Attribute attribute : attributes) {
            known.add(attribute.name);
            if (element.has(attribute.name)) {
                attribute.kind.check(element.key(attribute.name), element.attribute(attribute.name), problems);
            } else if (attribute.required) {
                problems.missing(element.key(attribute.name), attribute.kind.allowed());
            }
        }
        element.attributes().keySet().stream()
                .filter(found -> !known.contains(found))
                .forEach(found -> problems.unknown(element.key(found), found, known));
    }

    private void checkText(XmlElement element, Problems problems) {
        boolean blank = element.text().isEmpty();
        if (text.isEmpty() && !blank) {
            problems.add(element.key(), element.text(), "no text here, only elements and attributes");
        } else if (text.isPresent() && blank) {
            problems.missing(element.key(), text.get().allowed());
        } else if (text.isPresent()) {
            text.get().check(element.key(), element.text(), problems);
        }
    }

    private void checkCounts(XmlElement element, Problems problems) {
        for (Child child : children) {
            int count = element.children(child.shape.name).size();
            String key = element.path() + "/" + child.shape.name + " (line " + element.line() + ")";
            if (count < child.least) {
                problems.missing(key, child.most == 1 ? "one such element" : "at least one such element");
            } else if (count > child.most) {
                problems.add(key, count + " of them", "one such element");
            }
        }
    }

    private void checkChild(XmlElement element, Problems problems) {
        Optional<XmlShape> shape = children.stream()
                .map(Child::shape)
                .filter(candidate -> candidate.name.equals(element.name()))
                .findFirst();
        if (shape.isPresent()) {
            shape.get().check(element, problems);
        } else if (!open) {
            List<String> known =
                    children.stream().map(child -> child.shape.name).toList();
            problems.unknown(element.key(), element.name(), known);
        }
    }
}
