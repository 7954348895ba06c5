package vn.vanthu.message.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Content-Transfer-Encoding (RFC 2045, section 6), read leniently. */
final class TransferEncoding {

    private static final int LINE = 76;
    private static final byte[] BREAK = {'\r', '\n'};
    private static final String HEX = "0123456789ABCDEF";

    private TransferEncoding() {}

    /** The bytes of a body; empty for an encoding that is not known. */
    static Optional<byte[]> decode(String body, String encoding) {
        return switch (encoding) {
            case "", "7bit", "8bit", "binary" -> Optional.of(body.getBytes(StandardCharsets.ISO_8859_1));
            case "base64" -> base64(body);
            case "quoted-printable" -> Optional.of(quotedPrintable(body, false));
            default -> Optional.empty();
        };
    }

    static Optional<byte[]> base64(String body) {
        StringBuilder clean = new StringBuilder(body.length());
        for (int at = 0; at < body.length() && body.charAt(at) != '='; at++) {
            char c = body.charAt(at);
            if (c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/') {
                clean.append(c);
            }
        }
        if (clean.length() % 4 == 1) {
            clean.setLength(clean.length() - 1);
        }
        try {
            return Optional.of(Base64.getDecoder().decode(clean.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Quoted-printable, or the Q of RFC 2047 where an underscore is a space. */
    static byte[] quotedPrintable(String body, boolean header) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(body.length());
        for (int at = 0; at < body.length(); at++) {
            char c = body.charAt(at);
            if (c == '=' && at + 2 < body.length() && hex(body, at + 1) >= 0) {
                out.write(hex(body, at + 1));
                at += 2;
            } else if (c == '=' && !header && breakLength(body, at + 1) > 0) {
                at += breakLength(body, at + 1);
            } else {
                out.write(c == '_' && header ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    private static int hex(String text, int at) {
        int high = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), 16) : -1;
        int low = text.charAt(at + 1) < 0x80 ? Character.digit(text.charAt(at + 1), 16) : -1;
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    /** The length of a line break here, with the blanks before it that transport may have added. */
    private static int breakLength(String text, int from) {
        int at = from;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (text.startsWith("\r\n", at)) {
            return at + 2 - from;
        }
        return at < text.length() && text.charAt(at) == '\n' ? at + 1 - from : 0;
    }

    static String toBase64(byte[] bytes) {
        return new String(Base64.getMimeEncoder(LINE, BREAK).encode(bytes), StandardCharsets.US_ASCII);
    }

    static String toQuotedPrintable(byte[] bytes) {
        StringBuilder out = new StringBuilder(bytes.length * 2);
        int column = 0;
        for (int at = 0; at < bytes.length; at++) {
            byte b = bytes[at];
            if (b == '\n' || b == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n') {
                out.append((char) b);
                column = b == '\n' ? 0 : column;
                continue;
            }
            boolean atEnd = at + 1 == bytes.length || bytes[at + 1] == '\r' || bytes[at + 1] == '\n';
            boolean blankAtEnd = (b == ' ' || b == '\t') && atEnd;
            boolean literal = b >= ' ' && b < 0x7F && b != '=' && !blankAtEnd || b == '\t' && !blankAtEnd;
            if (column + (literal ? 1 : 3) > LINE - 1) {
                out.append("=\r\n");
                column = 0;
            }
            if (literal) {
                out.append((char) b);
                column++;
            } else {
                out.append('=').append(HEX.charAt(b >> 4 & 0xF)).append(HEX.charAt(b & 0xF));
                column += 3;
            }
        }
        return out.toString();
    }
}
