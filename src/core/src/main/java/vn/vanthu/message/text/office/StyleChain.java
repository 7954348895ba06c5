package vn.vanthu.message.text.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Styles by name, each with a font or with that of its parent. */
final class StyleChain {

    private static final int LONGEST = 50;

    private record Style(Optional<String> font, String parent) {}

    private final Map<String, Style> styles = new HashMap<>();

    StyleChain() {}

    /** A chain that starts with all that another one has. */
    StyleChain(StyleChain base) {
        styles.putAll(base.styles);
    }

    void put(String name, Optional<String> font, String parent) {
        styles.put(name, new Style(font, parent));
    }

    /** The font that a style sets, itself or by its ancestors. */
    Optional<String> font(String name) {
        String current = name;
        for (int i = 0; i < LONGEST; i++) {
            Style style = styles.get(current);
            if (style == null || style.font().isPresent()) {
                return style == null ? Optional.empty() : style.font();
            }
            current = style.parent();
        }
        return Optional.empty();
    }
}
