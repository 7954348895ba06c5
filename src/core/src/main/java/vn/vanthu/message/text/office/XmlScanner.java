package vn.vanthu.message.text.office;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Reads XML as a row of tags and texts and tells where each stands, which StAX does not: a copy can so differ in these
 * places alone. It is lenient, goes from left to right once, and knows no entities but the five of XML, so that there is
 * nothing to expand.
 */
final class XmlScanner {

    /** What is read. An empty element is a start and an end. */
    enum Token {
        START,
        END,
        TEXT
    }

    /**
     * An attribute.
     *
     * @param start of its value, inside the quotes
     */
    record Attribute(String name, String value, int start, int end) {}

    private static final int DEEPEST = 4096;

    private final String xml;
    private final Deque<String> open = new ArrayDeque<>();
    private int at;
    private int start;
    private int nameEnd;
    private boolean endPending;
    private Token token = Token.TEXT;
    private String name = "";
    private List<Attribute> attributes = List.of();

    XmlScanner(String xml) {
        this.xml = xml;
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        if (token == Token.END) {
            open.pollFirst();
        }
        if (endPending) {
            endPending = false;
            token = Token.END;
            return true;
        }
        while (at < xml.length()) {
            start = at;
            if (xml.charAt(at) != '<' || xml.startsWith("<![CDATA[", at)) {
                at = textEnd();
                token = Token.TEXT;
                return true;
            }
            if (xml.startsWith("<!--", at)) {
                at = after("-->", at + 4);
            } else if (xml.startsWith("<?", at) || xml.startsWith("<!", at)) {
                at = after(">", at);
            } else {
                tag();
                return true;
            }
        }
        return false;
    }

    Token token() {
        return token;
    }

    /** Whether this is the start of an element without content, written as one tag. */
    boolean isEmptyElement() {
        return token == Token.START && endPending;
    }

    /** The name with its prefix, of a start or an end. */
    String name() {
        return token == Token.END && !open.isEmpty() ? open.peekFirst() : name;
    }

    String localName() {
        return local(name());
    }

    /** Whether the elements around the token are these, from the inside out. */
    boolean isWithin(String... localNames) {
        int index = token == Token.TEXT ? 0 : -1;
        for (String element : open) {
            if (index == localNames.length) {
                return true;
            }
            if (index >= 0 && !isNamed(element, localNames[index])) {
                return false;
            }
            index++;
        }
        return index == localNames.length;
    }

    private static boolean isNamed(String name, String localName) {
        int prefix = name.length() - localName.length();
        return name.endsWith(localName) && (prefix == 0 || name.charAt(prefix - 1) == ':');
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    /** A text with its references decoded. */
    String text() {
        String raw = xml.substring(start, at);
        if (raw.startsWith("<![CDATA[")) {
            return raw.substring(9, raw.endsWith("]]>") ? Math.max(9, raw.length() - 3) : raw.length());
        }
        return XmlText.unescape(raw);
    }

    /** The value of an attribute; a name without prefix fits any prefix. */
    Optional<String> attribute(String wanted) {
        return attributes().stream()
                .filter(attribute -> isNamed(attribute.name(), wanted))
                .map(Attribute::value)
                .findFirst();
    }

    /** Those of the last start. */
    List<Attribute> attributes() {
        if (nameEnd > 0) {
            attributes = readAttributes();
            nameEnd = 0;
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private int textEnd() {
        if (xml.startsWith("<![CDATA[", at)) {
            return after("]]>", at);
        }
        int tag = xml.indexOf('<', at);
        return tag < 0 ? xml.length() : tag;
    }

    private int after(String mark, int from) {
        int found = xml.indexOf(mark, from);
        return found < 0 ? xml.length() : found + mark.length();
    }

    private void tag() {
        at = tagEnd();
        if (xml.startsWith("</", start)) {
            token = Token.END;
            return;
        }
        token = Token.START;
        nameEnd = start + 1;
        while (nameEnd < at && xml.charAt(nameEnd) > ' ' && "/>".indexOf(xml.charAt(nameEnd)) < 0) {
            nameEnd++;
        }
        name = xml.substring(start + 1, nameEnd);
        if (open.size() == DEEPEST) {
            throw new UnreadableException("elements too deep");
        }
        open.addFirst(name);
        endPending = xml.charAt(at - 1) == '>' && at - 2 > start && xml.charAt(at - 2) == '/';
    }

    /** A tag ends at the first bracket outside quotes. */
    private int tagEnd() {
        char quote = 0;
        for (int i = start; i < xml.length(); i++) {
            char c = xml.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i + 1;
            }
        }
        return xml.length();
    }

    private List<Attribute> readAttributes() {
        List<Attribute> found = new ArrayList<>();
        String tag = xml.substring(start, at);
        int i = nameEnd - start;
        while (true) {
            int equals = tag.indexOf('=', i);
            int open = equals + 1;
            while (equals >= 0 && open < tag.length() && tag.charAt(open) <= ' ') {
                open++;
            }
            char quote = equals >= 0 && open < tag.length() ? tag.charAt(open) : 0;
            int close = quote == '"' || quote == '\'' ? tag.indexOf(quote, open + 1) : -1;
            if (close < 0) {
                return found;
            }
            String value = XmlText.unescape(tag.substring(open + 1, close));
            found.add(new Attribute(tag.substring(i, equals).strip(), value, start + open + 1, start + close));
            i = close + 1;
        }
    }
}
