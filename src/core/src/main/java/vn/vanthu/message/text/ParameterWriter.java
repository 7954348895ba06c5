package vn.vanthu.message.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes a parameter in UTF-8 (RFC 2231), in several pieces when it is long. */
final class ParameterWriter {

    private static final int PIECE = 60;

    private ParameterWriter() {}

    static String write(String name, String value) {
        List<String> pieces = pieces(value);
        if (pieces.size() == 1) {
            return name + "*=UTF-8''" + pieces.get(0);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            out.append(i == 0 ? "" : ";\r\n ")
                    .append(name)
                    .append('*')
                    .append(i)
                    .append("*=");
            out.append(i == 0 ? "UTF-8''" : "").append(pieces.get(i));
        }
        return out.toString();
    }

    private static List<String> pieces(String value) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        value.codePoints().forEach(c -> {
            String encoded = encode(Character.toString(c));
            if (piece.length() + encoded.length() > PIECE) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.append(encoded);
        });
        pieces.add(piece.toString());
        return pieces;
    }

    private static String encode(String character) {
        char c = character.charAt(0);
        boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0);
        if (plain) {
            return character;
        }
        StringBuilder out = new StringBuilder();
        for (byte b : character.getBytes(StandardCharsets.UTF_8)) {
            out.append(String.format("%%%02X", b));
        }
        return out.toString();
    }
}
