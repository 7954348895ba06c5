package vn.vanthu.message.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.message.text.office.LegacyFont;

/** Which legacy font is in effect. */
final class HtmlFonts {

    private static final Pattern FACE = Pattern.compile("(?i)\\bface\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Pattern CLASS = Pattern.compile("(?i)\\bclass\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Pattern FAMILY = Pattern.compile("(?i)font(?:-family)?\\s*:\\s*([^;}]+)");
    private static final Pattern AFTER_SIZE = Pattern.compile("^.*\\d(?:pt|px|r?em|%)(?:/\\S+)?\\s+");
    private static final Pattern STYLE_ELEMENT = Pattern.compile("(?is)<style[^>]*>(.{0,100000}?)</style");
    private static final Pattern RULE = Pattern.compile("([^{}]{1,1000})\\{([^{}]{0,2000})\\}");

    private HtmlFonts() {}

    /** The fonts that the style elements give to tags and classes: {@code p}, {@code .MsoNormal}. */
    static Map<String, Optional<LegacyFont>> stylesheet(String html) {
        Map<String, Optional<LegacyFont>> fonts = new HashMap<>();
        Matcher style = STYLE_ELEMENT.matcher(html);
        while (style.find()) {
            Matcher rule = RULE.matcher(style.group(1));
            while (rule.find()) {
                Optional<Optional<LegacyFont>> font = family(rule.group(2));
                if (font.isPresent()) {
                    addRule(fonts, rule.group(1), font.get());
                }
            }
        }
        return fonts;
    }

    private static void addRule(Map<String, Optional<LegacyFont>> fonts, String selectors, Optional<LegacyFont> font) {
        for (String selector : selectors.split(",")) {
            String simple = selector.trim().toLowerCase(Locale.ROOT);
            if (simple.matches("[a-z0-9]*(\\.[a-z0-9_-]+)?") && !simple.isEmpty()) {
                fonts.put(simple, font);
            }
        }
    }

    /** The font within a tag: its own, that of its class or name, or that around it. */
    static Optional<LegacyFont> inEffect(
            String tag, String name, Map<String, Optional<LegacyFont>> stylesheet, Optional<LegacyFont> inherited) {
        Matcher face = FACE.matcher(tag);
        if (name.equals("font") && face.find()) {
            return first(unquote(face.group(1)));
        }
        Optional<Optional<LegacyFont>> own = family(HtmlReferences.decode(tag));
        if (own.isPresent()) {
            return own.get();
        }
        return byClass(tag, name, stylesheet).orElse(inherited);
    }

    private static Optional<Optional<LegacyFont>> byClass(
            String tag, String name, Map<String, Optional<LegacyFont>> stylesheet) {
        Matcher classes = CLASS.matcher(tag);
        if (classes.find()) {
            for (String each :
                    unquote(classes.group(1)).toLowerCase(Locale.ROOT).split("\\s+")) {
                for (String selector : new String[] {name + "." + each, "." + each}) {
                    if (stylesheet.containsKey(selector)) {
                        return Optional.of(stylesheet.getOrDefault(selector, Optional.empty()));
                    }
                }
            }
        }
        return stylesheet.containsKey(name)
                ? Optional.of(stylesheet.getOrDefault(name, Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Optional<LegacyFont>> family(String declarations) {
        Matcher family = FAMILY.matcher(declarations);
        return family.find() ? Optional.of(first(family.group(1))) : Optional.empty();
    }

    /** The first font of a list, which {@code font:} puts after its size; other attributes may follow it. */
    private static Optional<LegacyFont> first(String fonts) {
        String font = HtmlReferences.decode(fonts).split(",", 2)[0];
        String quoted = unquote(AFTER_SIZE.matcher(font).replaceFirst(""));
        return LegacyFont.of(quoted.split("[\"'<>]", 2)[0]);
    }

    private static String unquote(String value) {
        return value.replaceAll("^[\"'\\s]+|[\"'\\s]+$", "");
    }
}
