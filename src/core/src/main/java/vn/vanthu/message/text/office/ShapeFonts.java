package vn.vanthu.message.text.office;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.message.text.office.XmlScanner.Token;

/**
 * What a slide layout or a slide master sets for the text of each kind of placeholder and each level, and what stands
 * behind it.
 */
final class ShapeFonts {

    private final Map<String, String> fonts = new HashMap<>();
    private final Optional<ShapeFonts> behind;

    /** The fonts that a layout, a master or a presentation sets. */
    ShapeFonts(String xml, Optional<ShapeFonts> behind) {
        this.behind = behind;
        XmlScanner scanner = new XmlScanner(xml);
        Placeholder placeholder = Placeholder.NONE;
        while (scanner.next()) {
            if (scanner.token() != Token.START) {
                continue;
            }
            switch (scanner.localName()) {
                case "sp", "graphicFrame" -> placeholder = Placeholder.NONE;
                case "ph" -> placeholder = Placeholder.of(scanner);
                case "latin" -> add(scanner, placeholder);
                default -> {
                    // says nothing about fonts
                }
            }
        }
    }

    private void add(XmlScanner scanner, Placeholder placeholder) {
        String font = scanner.attribute("typeface").orElse("");
        for (int level = 0; level < 9; level++) {
            String properties = "lvl" + (level + 1) + "pPr";
            if (scanner.isWithin("defRPr", properties, "lstStyle")) {
                fonts.put(placeholder.type() + level, font);
                fonts.put("#" + placeholder.index() + level, font);
            }
            for (String style : new String[] {"titleStyle", "bodyStyle", "otherStyle", "defaultTextStyle"}) {
                if (scanner.isWithin("defRPr", properties, style)) {
                    fonts.put(style + level, font);
                }
            }
        }
    }

    /** The font name or theme reference for a text that sets none itself. */
    Optional<String> font(Placeholder placeholder, int level) {
        Stream<String> keys = placeholder.isNone()
                ? Stream.of("defaultTextStyle" + level)
                : Stream.of("#" + placeholder.index() + level, placeholder.type() + level, placeholder.style() + level);
        return keys.filter(fonts::containsKey)
                .map(fonts::get)
                .findFirst()
                .or(() -> behind.flatMap(next -> next.font(placeholder.withoutIndex(), level)));
    }

    /**
     * A place for text that inherits its looks.
     *
     * @param index what ties a slide to its layout
     */
    record Placeholder(String type, String index) {

        static final Placeholder NONE = new Placeholder("", "");

        static Placeholder of(XmlScanner ph) {
            String type = ph.attribute("type").orElse("body");
            String known =
                    switch (type) {
                        case "ctrTitle" -> "title";
                        case "subTitle", "obj" -> "body";
                        default -> type;
                    };
            return new Placeholder(known, ph.attribute("idx").orElse("0"));
        }

        boolean isNone() {
            return type.isEmpty();
        }

        Placeholder withoutIndex() {
            return new Placeholder(type, "");
        }

        String style() {
            return type.equals("title") ? "titleStyle" : type.equals("body") ? "bodyStyle" : "otherStyle";
        }
    }
}
