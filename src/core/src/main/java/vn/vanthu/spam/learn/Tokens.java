package vn.vanthu.spam.learn;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.Part;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.content.MailContent;
import vn.vanthu.text.Unaccented;

/**
 * The tokens of a message, as places in the tables of the learners: words and pairs of words of the text and the Subject, words of the other fields, web
 * addresses, the structure, and the names of the rules that matched. Words with diacritics count a second time without.
 */
public final class Tokens {

    private static final int MOST_FIELDS = 120;
    private static final int MOST_FIELD_CHARS = 600;

    /** What filters said, here or elsewhere; what counts bytes; what is new in every message. */
    private static final Set<String> IGNORED = Set.of(
            "subject",
            "date",
            "message-id",
            "authentication-results",
            "arc-seal",
            "arc-message-signature",
            "arc-authentication-results",
            "dkim-signature",
            "domainkey-signature",
            "content-length",
            "lines",
            "received-spf");

    private final TokenSet tokens = new TokenSet();

    private Tokens() {}

    /** @param symbols names of the rules that matched */
    public static int[] of(MailContent content, Collection<String> symbols) {
        Tokens tokens = new Tokens();
        symbols.forEach(symbol -> tokens.token("rule", symbol));
        tokens.header(content.header());
        tokens.structure(content);
        tokens.words("subject", content.subject());
        tokens.words("", content.subject());
        content.links().forEach(tokens::link);
        tokens.words("", content.text());
        return tokens.tokens.toArray();
    }

    private void header(MessageView header) {
        String before = "";
        int fields = 0;
        for (HeaderField field : header.fields()) {
            String name = field.name().toLowerCase(Locale.ROOT);
            if (fields++ >= MOST_FIELDS || name.startsWith("x-spam") || name.startsWith("x-vanthu-")) {
                continue;
            }
            token("field", name);
            token("order", before + ">" + name);
            before = name;
            if (!IGNORED.contains(name)) {
                String text = field.text();
                words(name, text.substring(0, Math.min(text.length(), MOST_FIELD_CHARS)));
            }
        }
        header.first("Date").ifPresent(field -> date(field.text()));
        token("message-id", shape(header.messageId()));
        String id = header.messageId();
        words("message-id-host", id.substring(id.lastIndexOf('@') + 1));
    }

    private void date(String date) {
        int space = date.trim().lastIndexOf(' ');
        token("zone", date.trim().substring(space + 1));
        token("date", shape(date));
    }

    private void structure(MailContent content) {
        StringBuilder types = new StringBuilder();
        for (Part part : content.parts()) {
            token("type", part.mediaType());
            token("charset", part.charset());
            token("encoding", part.mediaType() + part.transferEncoding());
            if (!part.fileName().isEmpty()) {
                words("file", part.fileName());
            }
            if (types.length() < 300) {
                types.append(part.mediaType()).append(' ');
            }
        }
        token("types", types.toString());
        content.parts().stream().findFirst().ifPresent(this::boundary);
        token("size", "" + log2(content.text().length()));
        token("links", "" + log2(content.links().size()));
        token("images", "" + log2(content.html().images()));
        token("visible", "" + log2(content.html().visible()));
    }

    private void boundary(Part part) {
        for (HeaderField field : part.fields()) {
            if (field.isCalled("Content-Type")) {
                String value = new String(field.value(), StandardCharsets.ISO_8859_1);
                int start = value.indexOf("boundary");
                if (start >= 0) {
                    token("boundary", shape(value.substring(start, Math.min(value.length(), start + 80))));
                }
            }
        }
    }

    private static int log2(int value) {
        return 32 - Integer.numberOfLeadingZeros(value);
    }

    private void link(Link link) {
        String host = link.host();
        token("host", host);
        token("host", Link.ownedDomain(host));
        token("host", host.substring(host.lastIndexOf('.') + 1));
        String address = link.address();
        words("url", address.substring(0, Math.min(address.length(), 200)));
        token("shape", shape(address.substring(0, Math.min(address.length(), 60))));
    }

    /** Runs of capitals, small letters and digits as one character each. */
    private static String shape(String text) {
        StringBuilder shape = new StringBuilder();
        char before = 0;
        for (int i = 0; i < text.length() && shape.length() < 60; i++) {
            char c = text.charAt(i);
            char kind = c >= '0' && c <= '9' ? '9' : Character.isUpperCase(c) ? 'A' : Character.isLetter(c) ? 'a' : c;
            if (kind != before) {
                shape.append(kind);
            }
            before = kind;
        }
        return shape.toString();
    }

    private void words(String place, String text) {
        int seed = seed(place);
        int before = 0;
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean inside = i < text.length() && isWord(text.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                before = word(seed, text, start, i, before);
                start = -1;
            } else if (!inside && i < text.length() && "!$%?*#@".indexOf(text.charAt(i)) >= 0) {
                before = word(seed, text, i, i + 1, before);
            }
        }
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c)
                || c == '\''
                || c == '-'
                || c == '_'
                || Character.getType(c) == Character.NON_SPACING_MARK;
    }

    /** @return the hash by which the pair with the next word is made */
    private int word(int seed, String text, int start, int end, int before) {
        int exact = seed;
        int lower = seed;
        boolean accented = false;
        int stop = Math.min(end, start + 40);
        for (int i = start; i < stop; i++) {
            char c = text.charAt(i);
            exact = exact * 31 + c;
            lower = lower * 31 + Character.toLowerCase(c);
            accented |= c > 127;
        }
        tokens.add(lower);
        if (exact != lower) {
            tokens.add(exact ^ 0x5BD1E995);
        }
        int folded = lower;
        if (accented) {
            folded = seed;
            String plain = Unaccented.of(text.substring(start, stop));
            for (int i = 0; i < plain.length(); i++) {
                folded = folded * 31 + plain.charAt(i);
            }
            tokens.add(folded);
        }
        if (before != 0) {
            tokens.add(before * 0x01000193 ^ folded);
        }
        return folded;
    }

    private void token(String place, String value) {
        tokens.add(seed(place) * 31 + value.hashCode());
    }

    private static int seed(String place) {
        return place.hashCode() * 0x9E3779B1 | 1;
    }
}
