package vn.vanthu.message;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value of a Content-Type or Content-Disposition field, with its parameters: in quotes or not, in pieces and percent
 * encoded (RFC 2231), as encoded words inside of quotes (which the standard forbids and most senders write), or in raw
 * 8-bit bytes. Of a parameter that stands there several times the first counts.
 */
final class ContentField {

    static final ContentField NONE = read(new byte[0]);

    private static final int MOST_PIECES = 1000;

    /** Pieces of one parameter by their number; a parameter in one piece has the number 0. */
    private final Map<String, Map<Integer, Piece>> parameters = new TreeMap<>();

    private final String text;
    private final String value;
    private int at;
    private boolean repeats;

    /** A piece of a value, bytes as characters one to one. */
    private record Piece(String value, boolean percentEncoded) {}

    private ContentField(String text) {
        this.text = text;
        this.value = until(";").strip().toLowerCase(Locale.ROOT);
        while (at < text.length()) {
            at++;
            parameter();
        }
    }

    static ContentField read(byte[] field) {
        return new ContentField(new String(field, StandardCharsets.ISO_8859_1));
    }

    /** What stands before the parameters, lower case. */
    String value() {
        return value;
    }

    /** Whether a parameter stands there several times. */
    boolean repeats() {
        return repeats;
    }

    /** The decoded value of a parameter; empty when there is none. */
    String parameter(String name) {
        Map<Integer, Piece> pieces = parameters.getOrDefault(name, Map.of());
        if (pieces.isEmpty()) {
            return "";
        }
        if (pieces.values().stream().noneMatch(Piece::percentEncoded)) {
            StringBuilder whole = new StringBuilder();
            pieces.values().forEach(piece -> whole.append(piece.value()));
            return HeaderText.decode(bytes(whole.toString())).strip();
        }
        return percentDecoded(pieces);
    }

    /** {@code charset'language'text}, where the first two stand in the first piece only. */
    private static String percentDecoded(Map<Integer, Piece> pieces) {
        String charset = "";
        boolean first = true;
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Piece piece : pieces.values()) {
            String rest = piece.value();
            int language = rest.indexOf('\'');
            int content = language < 0 ? -1 : rest.indexOf('\'', language + 1);
            if (first && piece.percentEncoded() && content >= 0) {
                charset = rest.substring(0, language).toLowerCase(Locale.ROOT);
                rest = rest.substring(content + 1);
            }
            first = false;
            whole.writeBytes(piece.percentEncoded() ? withoutPercents(rest) : bytes(rest));
        }
        return HeaderText.decode(whole.toByteArray(), charset).strip();
    }

    private static byte[] withoutPercents(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean percent = text.charAt(i) == '%' && i + 2 < text.length();
            int high = percent ? Character.digit(text.charAt(i + 1), 16) : -1;
            int low = percent ? Character.digit(text.charAt(i + 2), 16) : -1;
            boolean encoded = high >= 0 && low >= 0;
            bytes.write(encoded ? high << 4 | low : text.charAt(i));
            i += encoded ? 2 : 0;
        }
        return bytes.toByteArray();
    }

    private void parameter() {
        String name = until("=;").strip().toLowerCase(Locale.ROOT);
        if (at >= text.length() || text.charAt(at) != '=') {
            return;
        }
        at++;
        String content = until(";").strip();
        boolean percentEncoded = name.endsWith("*");
        String withNumber = percentEncoded ? name.substring(0, name.length() - 1) : name;
        int star = withNumber.lastIndexOf('*');
        int number = star < 0 ? 0 : number(withNumber.substring(star + 1));
        String base = star < 0 ? withNumber : withNumber.substring(0, star);
        Map<Integer, Piece> pieces = parameters.computeIfAbsent(base, key -> new TreeMap<>());
        if (pieces.size() < MOST_PIECES && pieces.putIfAbsent(number, new Piece(content, percentEncoded)) != null) {
            repeats = true;
        }
    }

    private static int number(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 0;
    }

    /** What stands before one of the characters, without quotes and comments; stops at it. */
    private String until(String ends) {
        StringBuilder read = new StringBuilder();
        boolean quoted = false;
        int comments = 0;
        for (; at < text.length(); at++) {
            char character = text.charAt(at);
            if (!quoted && comments == 0 && ends.indexOf(character) >= 0) {
                break;
            }
            boolean escaped = character == '\\' && (quoted || comments > 0) && at + 1 < text.length();
            if (escaped) {
                character = text.charAt(++at);
            }
            if (!escaped && character == '"' && comments == 0) {
                quoted = !quoted;
            } else if (!escaped && !quoted && character == '(') {
                comments++;
            } else if (!escaped && comments > 0 && character == ')') {
                comments--;
            } else if (comments == 0) {
                read.append(character);
            }
        }
        return read.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
