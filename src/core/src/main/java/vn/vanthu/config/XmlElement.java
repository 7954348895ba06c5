package vn.vanthu.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of a configuration file, with the place where an administrator finds it.
 *
 * @param path the names from the root, for example {@code organization/people/person}
 * @param line where its start tag begins, from 1
 * @param attributes in the file's order, without space around the values
 * @param text the characters directly inside, without space around them
 */
public record XmlElement(
        String name, String path, int line, Map<String, String> attributes, List<XmlElement> children, String text) {

    public XmlElement {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        children = List.copyOf(children);
    }

    /** Where this element stands, for a {@link Problem}. */
    public String key() {
        return path + " (line " + line + ")";
    }

    /** Where the attribute stands, for a {@link Problem}. */
    public String key(String attribute) {
        return path + "/@" + attribute + " (line " + line + ")";
    }

    /** The attribute's value; empty when it is not there. */
    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public boolean has(String attribute) {
        return !attribute(attribute).isEmpty();
    }

    public List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    public Optional<XmlElement> child(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).findFirst();
    }

    /** The children of a child: {@code within("people", "person")}. */
    public List<XmlElement> within(String group, String childName) {
        return children(group).stream()
                .flatMap(child -> child.children(childName).stream())
                .toList();
    }
}
