package vn.vanthu.message.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML as the lines that a person sees; what stands in a {@code blockquote} begins with {@code >}. */
final class HtmlText {

    private static final Pattern UNSEEN =
            Pattern.compile("(?is)<!--.*?-->|<(script|style|head|title)\\b[^>]*>.*?</\\1\\s*>");
    private static final Pattern TAG = Pattern.compile("(?s)<(/?)([a-zA-Z][a-zA-Z0-9:]*)[^>]*>|<[!?/][^>]*>");
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "tr",
            "li",
            "ul",
            "ol",
            "table",
            "blockquote",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "pre",
            "hr",
            "body",
            "html");

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int quotes;

    private HtmlText() {}

    static String of(String html) {
        return new HtmlText().read(UNSEEN.matcher(html).replaceAll(" "));
    }

    private String read(String html) {
        Matcher tag = TAG.matcher(html);
        int at = 0;
        while (tag.find()) {
            add(html.substring(at, tag.start()));
            at = tag.end();
            if (tag.group(2) != null) {
                see(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty());
            }
        }
        add(html.substring(at));
        endBlock();
        return text.toString();
    }

    private void add(String source) {
        line.append(HtmlReferences.decode(source.replaceAll("\\s+", " ")));
    }

    private void see(String name, boolean closing) {
        if (name.equals("br")) {
            endLine();
        } else if (BLOCKS.contains(name)) {
            endBlock();
        } else if (name.equals("td") || name.equals("th")) {
            line.append(' ');
        }
        if (name.equals("blockquote")) {
            quotes = Math.max(0, quotes + (closing ? -1 : 1));
        }
    }

    private void endBlock() {
        if (!line.toString().isBlank()) {
            endLine();
        }
        line.setLength(0);
    }

    private void endLine() {
        text.append(quotes > 0 ? "> " : "").append(line.toString().strip()).append('\n');
        line.setLength(0);
    }
}
