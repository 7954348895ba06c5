package vn.vanthu.spam.content;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads HTML in one pass, however broken: the visible text, the links, and what is noteworthy. Time is linear: nothing is
 * looked at twice.
 */
final class HtmlScanner {

    private static final Map<String, String> NAMED = Map.of(
            "amp", "&", "lt", "<", "gt", ">", "quot", "\"", "nbsp", " ", "apos", "'", "copy", "(c)", "reg", "(r)");
    private static final int LONGEST_TAG = 4000;

    private final String html;
    private final StringBuilder text;
    private final List<Link> links;
    private final HtmlCounts counts;
    private final int mostLinks;
    private int at;
    private int close = -1;
    private String unseenUntil = "";
    private String openLink = "";
    private int linkStart;

    HtmlScanner(String html, StringBuilder text, List<Link> links, int mostLinks, HtmlCounts counts) {
        this.html = html;
        this.text = text;
        this.links = links;
        this.mostLinks = mostLinks;
        this.counts = counts;
    }

    void run() {
        counts.parts++;
        while (at < html.length()) {
            char character = html.charAt(at);
            if (character == '<') {
                markup();
            } else {
                if (unseenUntil.isEmpty()) {
                    character(character);
                }
                at++;
            }
        }
        endLink();
    }

    private void character(char character) {
        if (character == '&') {
            reference();
            return;
        }
        counts.visible += character > ' ' ? 1 : 0;
        text.append(character);
    }

    /** A character reference; leaves {@code at} on its last character. */
    private void reference() {
        int end = at + 1;
        while (end < html.length()
                && end - at < 10
                && (Character.isLetterOrDigit(html.charAt(end)) || html.charAt(end) == '#')) {
            end++;
        }
        String name = html.substring(at + 1, end);
        String decoded = name.startsWith("#") ? number(name) : NAMED.getOrDefault(name, "");
        if (decoded.isEmpty()) {
            text.append('&');
            return;
        }
        counts.references +=
                decoded.charAt(0) < 128 && name.startsWith("#") && Character.isLetterOrDigit(decoded.charAt(0)) ? 1 : 0;
        text.append(decoded);
        at = end < html.length() && html.charAt(end) == ';' ? end : end - 1;
    }

    private static String number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            boolean plain = code >= ' ' && Character.isValidCodePoint(code) && (code < 0xD800 || code > 0xDFFF);
            return plain ? Character.toString(code) : "";
        } catch (NumberFormatException e) {
            return "";
        }
    }

    /** A tag or a comment; {@code at} stands behind it afterwards. */
    private void markup() {
        if (html.startsWith("<!--", at)) {
            int end = html.indexOf("-->", at + 4);
            noteBreak(end < 0 ? html.length() : end + 3);
            at = end < 0 ? html.length() : end + 3;
            return;
        }
        if (!beginsTag()) {
            if (unseenUntil.isEmpty()) {
                text.append('<');
            }
            at++;
            return;
        }
        int end = endOfTag();
        String tag = html.substring(at + 1, Math.min(end, at + LONGEST_TAG));
        int after = Math.min(html.length(), end + 1);
        String name = nameOf(tag);
        if (name.isEmpty()) {
            if (unseenUntil.isEmpty() && !tag.startsWith("!") && !tag.startsWith("?")) {
                text.append('<');
                after = at + 1;
            }
        } else if (unseenUntil.isEmpty()
                || unseenUntil.equals("/" + name)
                || tag.startsWith("/") && unseenUntil.equals("/" + name.substring(1))) {
            tag(name, tag, after);
        }
        at = after;
    }

    /** Whether a letter or one of the signs of markup follows; the text may also be cut off here. */
    private boolean beginsTag() {
        char next = at + 1 < html.length() ? html.charAt(at + 1) : ' ';
        return Character.isLetter(next) || "/!?".indexOf(next) >= 0;
    }

    private int endOfTag() {
        char quote = 0;
        int limit = Math.min(html.length(), at + LONGEST_TAG);
        if (nextClose() >= limit) {
            return limit - 1;
        }
        for (int i = at + 1; i < limit; i++) {
            char character = html.charAt(i);
            if (quote == 0 && character == '>') {
                return i;
            }
            if (character == '"' || character == '\'') {
                boolean opens = quote == 0 && html.charAt(i - 1) == '=';
                quote = opens ? character : character == quote ? 0 : quote;
            }
        }
        return nextClose();
    }

    /** Where the next {@code >} stands, behind the text when none does; looked for once, not from each {@code <} anew. */
    private int nextClose() {
        if (close < at) {
            int next = html.indexOf('>', at);
            close = next < 0 ? html.length() : next;
        }
        return close;
    }

    /** In lower case, with the slash of a closing tag; empty when it is no tag. */
    private static String nameOf(String tag) {
        int end = tag.startsWith("/") ? 1 : 0;
        int start = end;
        while (end < tag.length()
                && end < 20
                && (Character.isLetterOrDigit(tag.charAt(end)) || tag.charAt(end) == ':')) {
            end++;
        }
        return end == start || !Character.isLetter(tag.charAt(start))
                ? ""
                : tag.substring(0, end).toLowerCase(Locale.ROOT);
    }

    private void tag(String name, String tag, int after) {
        counts.tags++;
        switch (name) {
            case "script", "style", "title" -> unseenUntil = "/" + name;
            case "/script", "/style", "/title" -> unseenUntil = "";
            case "img" -> image(tag);
            case "a", "area" -> link(tag);
            case "/a" -> endLink();
            case "form", "input", "textarea", "select" -> counts.forms++;
            default -> block(name, after);
        }
        if (name.equals("script") || name.equals("iframe") || name.equals("object") || name.equals("embed")) {
            counts.scripts++;
        }
        if (tag.length() > 12 && hides(tag)) {
            counts.hidden++;
        }
    }

    private void block(String name, int after) {
        switch (name) {
            case "b", "i", "u", "/b", "/i", "/u", "em", "/em", "strong", "/strong", "sup", "/sup", "sub", "/sub" -> {}
            case "font", "/font", "span", "/span" -> noteBreak(after);
            default -> text.append(name.equals("td") || name.equals("th") ? ' ' : '\n');
        }
    }

    private void noteBreak(int after) {
        boolean inWord = unseenUntil.isEmpty()
                && at > 0
                && after < html.length()
                && Character.isLetter(html.charAt(at - 1))
                && Character.isLetter(html.charAt(after));
        counts.wordBreaks += inWord ? 1 : 0;
    }

    private void image(String tag) {
        counts.images++;
        String source = attribute(tag, "src");
        counts.remoteImages += source.regionMatches(true, 0, "http", 0, 4) ? 1 : 0;
        text.append(' ');
    }

    private void link(String tag) {
        endLink();
        String address = attribute(tag, "href").strip();
        openLink = address.length() > 6 && address.regionMatches(true, 0, "http", 0, 4) ? address : "";
        linkStart = text.length();
    }

    private void endLink() {
        if (!openLink.isEmpty() && links.size() < mostLinks) {
            int start = Math.min(linkStart, text.length());
            links.add(new Link(
                    openLink,
                    text.substring(start, Math.min(text.length(), start + 200)).strip()));
        }
        openLink = "";
    }

    private static boolean hides(String tag) {
        String lower = tag.toLowerCase(Locale.ROOT).replace(" ", "");
        return lower.contains("display:none")
                || lower.contains("visibility:hidden")
                || lower.contains("font-size:0")
                || lower.contains("font-size:1px")
                || lower.startsWith("font") && lower.contains("size=\"1px\"");
    }

    private static String attribute(String tag, String name) {
        int at = 0;
        while ((at = indexOf(tag, name, at)) >= 0) {
            int equals = at + name.length();
            while (equals < tag.length() && tag.charAt(equals) == ' ') {
                equals++;
            }
            if (equals < tag.length()
                    && tag.charAt(equals) == '='
                    && at > 0
                    && !Character.isLetterOrDigit(tag.charAt(at - 1))) {
                return value(tag, equals + 1);
            }
            at += name.length();
        }
        return "";
    }

    private static int indexOf(String tag, String name, int from) {
        for (int i = from; i + name.length() <= tag.length(); i++) {
            if (tag.regionMatches(true, i, name, 0, name.length())) {
                return i;
            }
        }
        return -1;
    }

    private static String value(String tag, int from) {
        int start = from;
        while (start < tag.length() && tag.charAt(start) <= ' ') {
            start++;
        }
        boolean quoted = start < tag.length() && (tag.charAt(start) == '"' || tag.charAt(start) == '\'');
        int end = quoted ? tag.indexOf(tag.charAt(start), start + 1) : start;
        while (!quoted && end < tag.length() && tag.charAt(end) > ' ') {
            end++;
        }
        return tag.substring(quoted ? start + 1 : start, end < 0 ? tag.length() : end);
    }
}
