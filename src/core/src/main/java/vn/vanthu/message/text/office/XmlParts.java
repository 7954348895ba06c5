package vn.vanthu.message.text.office;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The XML entries of a file, and what is to change in them. */
final class XmlParts {

    private static final Pattern LEGACY =
            Pattern.compile("\\.vn|vni[- ]|vps |vi (?:times|arial)", Pattern.CASE_INSENSITIVE);
    private static final Set<String> FONT_ATTRIBUTES =
            Set.of("ascii", "hAnsi", "cs", "eastAsia", "typeface", "font-family");

    private final Map<String, String> texts;
    private final Map<String, TextEdits> edits = new HashMap<>();

    XmlParts(Map<String, String> texts) {
        this.texts = texts;
    }

    /** A quick look, so that files without any legacy font cost no more than unpacking them. */
    boolean nameLegacyFonts() {
        return texts.values().stream().anyMatch(text -> LEGACY.matcher(text).find());
    }

    /** A part; empty when there is none. */
    String get(String name) {
        return texts.getOrDefault(name, "");
    }

    /** The names that fit, sorted. */
    List<String> names(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return texts.keySet().stream()
                .filter(name -> pattern.matcher(name).matches())
                .sorted()
                .toList();
    }

    TextEdits edits(String name) {
        return edits.computeIfAbsent(name, key -> new TextEdits());
    }

    /** The parts as they are after all edits, with every legacy font renamed: only those that differ. */
    Map<String, String> changed() {
        Map<String, String> changed = new TreeMap<>();
        texts.forEach((name, text) -> {
            if (LEGACY.matcher(text).find()) {
                renameFonts(text, edits(name));
            }
            String result = edits(name).applyTo(text);
            if (!result.equals(text)) {
                changed.put(name, result);
            }
        });
        return changed;
    }

    private static void renameFonts(String xml, TextEdits edits) {
        XmlScanner scanner = new XmlScanner(xml);
        while (scanner.next()) {
            if (scanner.token() != XmlScanner.Token.START) {
                continue;
            }
            String element = scanner.localName();
            boolean sheetFont = element.equals("rFont") || element.equals("name") && scanner.isWithin("font");
            for (XmlScanner.Attribute attribute : scanner.attributes()) {
                String name = attribute.name().substring(attribute.name().indexOf(':') + 1);
                boolean isFont = FONT_ATTRIBUTES.contains(name) || sheetFont && name.equals("val");
                if (isFont && LegacyFont.of(attribute.value()).isPresent()) {
                    edits.replace(attribute.start(), attribute.end(), LegacyFont.UNICODE_FONT);
                }
            }
        }
    }
}
