package vn.vanthu.message.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.text.Encoding;

/** Which font is in effect, as far as it tells an encoding. */
final class HtmlFonts {

    private static final Pattern FACE = Pattern.compile("(?i)\\bface\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Pattern CLASS = Pattern.compile("(?i)\\bclass\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>]+)");
    private static final Pattern FAMILY = Pattern.compile("(?i)font(?:-family)?\\s*:\\s*([^;}]+)");
    private static final Pattern STYLE_ELEMENT = Pattern.compile("(?is)<style[^>]*>(.{0,100000}?)</style");
    private static final Pattern RULE = Pattern.compile("([^{}]{1,1000})\\{([^{}]{0,2000})\\}");

    private HtmlFonts() {}

    /** The fonts that the style elements give to tags and classes: {@code p}, {@code .MsoNormal}. */
    static Map<String, Optional<Encoding>> stylesheet(String html) {
        Map<String, Optional<Encoding>> fonts = new HashMap<>();
        Matcher style = STYLE_ELEMENT.matcher(html);
        while (style.find()) {
            Matcher rule = RULE.matcher(style.group(1));
            while (rule.find()) {
                Optional<Optional<Encoding>> font = family(rule.group(2));
                if (font.isPresent()) {
                    addRule(fonts, rule.group(1), font.get());
                }
            }
        }
        return fonts;
    }

    private static void addRule(Map<String, Optional<Encoding>> fonts, String selectors, Optional<Encoding> font) {
        for (String selector : selectors.split(",")) {
            String simple = selector.trim().toLowerCase(Locale.ROOT);
            if (simple.matches("[a-z0-9]*(\\.[a-z0-9_-]+)?") && !simple.isEmpty()) {
                fonts.put(simple, font);
            }
        }
    }

    /** The font within a tag: its own, that of its class or name, or that around it. */
    static Optional<Encoding> inEffect(
            String tag, String name, Map<String, Optional<Encoding>> stylesheet, Optional<Encoding> inherited) {
        Matcher face = FACE.matcher(tag);
        if (name.equals("font") && face.find()) {
            return encoding(unquote(face.group(1)));
        }
        Optional<Optional<Encoding>> own = family(tag);
        if (own.isPresent()) {
            return own.get();
        }
        return byClass(tag, name, stylesheet).orElse(inherited);
    }

    private static Optional<Optional<Encoding>> byClass(
            String tag, String name, Map<String, Optional<Encoding>> stylesheet) {
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

    private static Optional<Optional<Encoding>> family(String declarations) {
        Matcher family = FAMILY.matcher(declarations);
        return family.find() ? Optional.of(encoding(family.group(1))) : Optional.empty();
    }

    /** What a legacy font is the font of; none for all others. */
    static Optional<Encoding> encoding(String fonts) {
        String font = unquote(HtmlReferences.decode(fonts).split(",")[0].trim()).toLowerCase(Locale.ROOT);
        int from = Math.max(0, font.lastIndexOf(".vn"));
        if (font.startsWith(".vn", from)) {
            return Optional.of(font.endsWith("h") ? Encoding.TCVN3_CAPITALS : Encoding.TCVN3);
        }
        if (font.contains("vni-")) {
            return Optional.of(Encoding.VNI_WIN);
        }
        return font.startsWith("vps ") ? Optional.of(Encoding.VPS) : Optional.empty();
    }

    private static String unquote(String value) {
        return value.replaceAll("^[\"'\\s]+|[\"'\\s]+$", "");
    }
}
