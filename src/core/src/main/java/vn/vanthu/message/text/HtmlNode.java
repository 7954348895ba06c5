package vn.vanthu.message.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.message.text.office.LegacyFont;

/**
 * A run of text between tags.
 *
 * @param start where it stands in the HTML
 * @param text with its character references decoded
 * @param font the legacy font that is in effect
 */
record HtmlNode(int start, int end, String text, Optional<LegacyFont> font) {

    private static final int DEEPEST = 2000;
    private static final Set<String> RAW = Set.of("script", "style", "textarea", "xmp");
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
            "wbr");

    /** All runs of text in a document or a piece of one; any text is read as HTML somehow. */
    static List<HtmlNode> textNodes(String html) {
        return new Tokens(html).read();
    }

    private record Open(String tag, Optional<LegacyFont> font) {}

    /** Reads tags and text from left to right. */
    private static final class Tokens {
        private final String html;
        private final Map<String, Optional<LegacyFont>> stylesheet;
        private final List<HtmlNode> nodes = new ArrayList<>();
        private final Deque<Open> open = new ArrayDeque<>();

        Tokens(String html) {
            this.html = html;
            this.stylesheet = HtmlFonts.stylesheet(html);
        }

        List<HtmlNode> read() {
            int at = 0;
            while (at < html.length()) {
                int tag = nextTag(at);
                addText(at, tag);
                at = tag == html.length() ? tag : tag(tag);
            }
            return nodes;
        }

        /** The next place where a tag, an end tag, a comment or a declaration starts. */
        private int nextTag(int from) {
            int at = html.indexOf('<', from);
            while (at >= 0 && at + 1 < html.length()) {
                char c = html.charAt(at + 1);
                if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '/' || c == '!' || c == '?') {
                    return at;
                }
                at = html.indexOf('<', at + 1);
            }
            return html.length();
        }

        private void addText(int from, int to) {
            if (from < to) {
                Optional<LegacyFont> font =
                        open.isEmpty() ? Optional.empty() : open.peek().font();
                nodes.add(new HtmlNode(from, to, HtmlReferences.decode(html.substring(from, to)), font));
            }
        }

        /** Takes in a tag, and returns where it ends. */
        private int tag(int at) {
            if (html.startsWith("<!--", at)) {
                return after("-->", at);
            }
            int end = tagEnd(at);
            String content = html.substring(at + 1, Math.max(at + 1, end - 1));
            String name = name(content);
            if (content.startsWith("/")) {
                close(name);
            } else if (RAW.contains(name)) {
                int close = html.toLowerCase(Locale.ROOT).indexOf("</" + name, end);
                return close < 0 ? html.length() : close;
            } else if (!name.isEmpty() && !VOID.contains(name) && !content.endsWith("/") && open.size() < DEEPEST) {
                Optional<LegacyFont> inherited =
                        open.isEmpty() ? Optional.empty() : open.peek().font();
                open.push(new Open(name, HtmlFonts.inEffect(content, name, stylesheet, inherited)));
            }
            return end;
        }

        private int after(String mark, int from) {
            int at = html.indexOf(mark, from);
            return at < 0 ? html.length() : at + mark.length();
        }

        /** A tag ends at the first > outside quotes. */
        private int tagEnd(int from) {
            char quote = 0;
            for (int at = from; at < html.length(); at++) {
                char c = html.charAt(at);
                if (quote != 0) {
                    quote = c == quote ? 0 : quote;
                } else if ((c == '"' || c == '\'') && html.charAt(at - 1) == '=') {
                    quote = c;
                } else if (c == '>') {
                    return at + 1;
                }
            }
            return html.indexOf('>', from) < 0 ? html.length() : html.indexOf('>', from) + 1;
        }

        private static String name(String content) {
            int from = content.startsWith("/") ? 1 : 0;
            int to = from;
            while (to < content.length()
                    && (Character.isLetterOrDigit(content.charAt(to)) || content.charAt(to) == ':')) {
                to++;
            }
            return content.substring(from, to).toLowerCase(Locale.ROOT);
        }

        private void close(String name) {
            if (open.stream().noneMatch(element -> element.tag().equals(name))) {
                return;
            }
            while (!open.isEmpty() && !open.pop().tag().equals(name)) {
                // what was left open inside is closed with it
            }
        }
    }
}
