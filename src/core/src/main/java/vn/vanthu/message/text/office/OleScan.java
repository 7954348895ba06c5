package vn.vanthu.message.text.office;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.text.Encoding;

/**
 * Looks for names of legacy fonts in DOC, XLS and PPT files, as 8-bit text and as UTF-16. The text itself is not read, so
 * that a font that is listed counts as used.
 */
final class OleScan {

    private static final Pattern NAME = Pattern.compile(
            "\\.Vn[A-Z][A-Za-z -]{2,28}|VNI-[A-Z][A-Za-z -]{2,28}|VPS (?:Times|Helv|Arial)[A-Za-z ]{0,20}"
                    + "|VI (?:Times|Arial)[A-Za-z ]{0,20}");
    private static final Pattern WIDE_NAME = Pattern.compile(
            "(?:\\.\0V\0n\0[A-Z]\0|V\0N\0I\0-\0[A-Z]\0|V\0P\0S\0 \0(?:T\0i\0m\0e\0s\0|H\0e\0l\0v\0)|V\0I\0 \0(?:T\0i\0m\0e\0s\0|A\0r\0i\0a\0l\0))"
                    + "(?:[A-Za-z -]\0){0,28}");

    private OleScan() {}

    /** The encoding of the first legacy font that is named. */
    static Optional<Encoding> find(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        return find(NAME, bytes).or(() -> find(WIDE_NAME, bytes));
    }

    /** Encrypted, or locked with a password (MS-OFFCRYPTO): then there is nothing to find. */
    static boolean isEncrypted(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        return bytes.contains("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0");
    }

    /** {@code doc}, {@code xls} or {@code ppt}, by the names of the streams. */
    static String kind(byte[] file) {
        String bytes = new String(file, StandardCharsets.ISO_8859_1);
        if (bytes.contains("W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0")) {
            return "doc";
        }
        if (bytes.contains("W\0o\0r\0k\0b\0o\0o\0k\0") || bytes.contains("B\0o\0o\0k\0\0\0")) {
            return "xls";
        }
        return bytes.contains("P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0") ? "ppt" : "ole";
    }

    private static Optional<Encoding> find(Pattern pattern, String bytes) {
        Matcher name = pattern.matcher(bytes);
        return name.find() ? LegacyFont.of(name.group().replace("\0", "")).map(LegacyFont::encoding) : Optional.empty();
    }
}
