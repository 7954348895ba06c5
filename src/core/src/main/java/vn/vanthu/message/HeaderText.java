package vn.vanthu.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The text of a header field: pieces of bytes, each with the charset that it declares.
 *
 * <p>Encoded words (RFC 2047) side by side in the same charset are one piece, because many senders cut them in the middle
 * of a letter. What is not a whole encoded word stays as it is written.
 */
public final class HeaderText {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** Some bytes of a header that are text in one charset. */
    public static final class Piece {
        private final byte[] bytes;
        private final String charset;

        Piece(byte[] bytes, String charset) {
            this.bytes = bytes;
            this.charset = charset;
        }

        public byte[] bytes() {
            return bytes.clone();
        }

        /** The charset's name as declared by the encoded word, in lower case; empty where nothing declares one. */
        public String charset() {
            return charset;
        }

        /** By the declared charset if the bytes are valid in it; else as UTF-8, else as windows-1252. */
        String text() {
            return known(charset)
                    .flatMap(declared -> strictly(bytes, declared))
                    .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                    .orElseGet(() -> new String(bytes, WINDOWS_1252));
        }
    }

    private HeaderText() {}

    /** The text of a field's value for people, on one line, without control characters. */
    public static String decode(byte[] value) {
        StringBuilder text = new StringBuilder();
        pieces(value).forEach(piece -> text.append(piece.text()));
        return onOneLine(text);
    }

    /** The value's pieces in their order, encoded words decoded to bytes. */
    public static List<Piece> pieces(byte[] value) {
        List<Piece> pieces = new ArrayList<>();
        ByteArrayOutputStream run = new ByteArrayOutputStream();
        String charset = "";
        int plain = 0;
        for (EncodedWord word : EncodedWord.allIn(value)) {
            boolean apart = !isSpace(value, plain, word.start()) || pieces.isEmpty() && run.size() == 0;
            boolean joins = !apart && !charset.isEmpty() && charset.equals(word.charset());
            if (!joins) {
                flush(pieces, run, charset);
            }
            if (apart && word.start() > plain) {
                pieces.add(new Piece(Arrays.copyOfRange(value, plain, word.start()), ""));
            }
            run.writeBytes(word.content());
            charset = word.charset();
            plain = word.end();
        }
        flush(pieces, run, charset);
        if (plain < value.length) {
            pieces.add(new Piece(Arrays.copyOfRange(value, plain, value.length), ""));
        }
        return pieces;
    }

    /** Bytes in a declared charset as text; otherwise as {@link #decode(byte[])}. */
    static String decode(byte[] bytes, String charset) {
        return onOneLine(new StringBuilder(new Piece(bytes, charset).text()));
    }

    /** Bytes as text, without looking for encoded words; otherwise as {@link #decode(byte[])}. */
    static String literal(byte[] value) {
        return decode(value, "");
    }

    private static void flush(List<Piece> pieces, ByteArrayOutputStream run, String charset) {
        if (run.size() > 0) {
            pieces.add(new Piece(run.toByteArray(), charset));
            run.reset();
        }
    }

    private static boolean isSpace(byte[] value, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value[i] != ' ' && value[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private static Optional<Charset> known(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException | CoderMalfunctionError e) {
            return Optional.empty();
        }
    }

    /** Line ends and tabs become spaces, other control characters U+FFFD: an encoded word can carry anything. */
    private static String onOneLine(StringBuilder text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '\r' || character == '\n' || character == '\t') {
                text.setCharAt(i, ' ');
            } else if (Character.isISOControl(character)) {
                text.setCharAt(i, '\uFFFD');
            }
        }
        return text.toString();
    }
}
