package vn.vanthu.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads an address field (RFC 5322 section 3.4) and finds every address in it, however it is written: groups, comments,
 * routes, several addresses in brackets, a bracket that is never closed. It reads bytes as characters one to one; only
 * what is for people is decoded, after it was taken apart, so that nothing in an encoded word can look like syntax.
 */
final class AddressList {

    private final String value;
    private final List<HeaderAddress> entries = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder bare = new StringBuilder();
    private final StringBuilder comment = new StringBuilder();
    private final List<String> bracketed = new ArrayList<>();
    private int at;

    private AddressList(String value) {
        this.value = value;
    }

    static List<HeaderAddress> read(byte[] value) {
        AddressList list = new AddressList(new String(value, StandardCharsets.ISO_8859_1));
        list.run();
        return List.copyOf(list.entries);
    }

    private void run() {
        while (at < value.length()) {
            char character = value.charAt(at++);
            switch (character) {
                case '"' -> quoted();
                case '(' -> comment();
                case '<' -> bracketed();
                case ',', ';' -> finish();
                case ':' -> colon();
                default -> {
                    name.append(character);
                    bare.append(character);
                }
            }
        }
        finish();
    }

    /** Up to the closing quote; the name gets what is inside, the possible address all of it. */
    private void quoted() {
        bare.append('"');
        while (at < value.length()) {
            char character = value.charAt(at++);
            if (character == '"') {
                bare.append('"');
                return;
            }
            if (character == '\\' && at < value.length()) {
                bare.append('\\');
                character = value.charAt(at++);
            }
            bare.append(character);
            name.append(character);
        }
    }

    private void comment() {
        if (!comment.isEmpty()) {
            comment.append(' ');
        }
        int depth = 1;
        while (at < value.length()) {
            char character = value.charAt(at++);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (depth == 0) {
                break;
            }
            if (character == '\\' && at < value.length()) {
                character = value.charAt(at++);
            }
            comment.append(character);
        }
        name.append(' ');
        bare.append(' ');
    }

    private void bracketed() {
        StringBuilder inside = new StringBuilder();
        boolean inQuotes = false;
        while (at < value.length()) {
            char character = value.charAt(at++);
            if (character == '>' && !inQuotes) {
                break;
            }
            inQuotes ^= character == '"';
            inside.append(character);
        }
        bracketed.add(withoutRoute(inside.toString().strip()));
    }

    /** {@code @relay,@relay:name@domain} is name@domain. */
    private static String withoutRoute(String address) {
        int colon = address.indexOf(':');
        return address.startsWith("@") && colon > 0
                ? address.substring(colon + 1).strip()
                : address;
    }

    /** The end of a group's label, or a character like others where an address has begun. */
    private void colon() {
        if (bracketed.isEmpty() && bare.indexOf("@") < 0) {
            finish();
        } else {
            name.append(':');
            bare.append(':');
        }
    }

    private void finish() {
        String shown = decoded(name);
        String aside = decoded(comment);
        String alone = bare.toString().strip();
        if (!bracketed.isEmpty()) {
            bracketed.forEach(address -> entries.add(new HeaderAddress(shown, aside, literal(address))));
        } else if (alone.indexOf('@') >= 0) {
            String address = withoutSpaceAtDots(alone);
            boolean whole = address.chars().noneMatch(character -> character == ' ' || character == '"');
            entries.add(new HeaderAddress(whole ? "" : shown, aside, literal(address)));
        } else if (!shown.isEmpty() || !aside.isEmpty()) {
            entries.add(new HeaderAddress(shown, aside, ""));
        }
        name.setLength(0);
        bare.setLength(0);
        comment.setLength(0);
        bracketed.clear();
    }

    /** {@code a . b @ c . d} is a.b@c.d. */
    private static String withoutSpaceAtDots(String text) {
        StringBuilder address = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean joint = character == '.' || character == '@';
            if (character == ' ' || character == '\t') {
                space = true;
                continue;
            }
            if (space && !joint && !endsWithJoint(address)) {
                address.append(' ');
            }
            space = false;
            address.append(character);
        }
        return address.toString();
    }

    private static boolean endsWithJoint(StringBuilder address) {
        int last = address.length() - 1;
        return last >= 0 && (address.charAt(last) == '.' || address.charAt(last) == '@');
    }

    private static String literal(String text) {
        return HeaderText.literal(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String decoded(CharSequence text) {
        return HeaderText.decode(text.toString().getBytes(StandardCharsets.ISO_8859_1))
                .strip();
    }
}
