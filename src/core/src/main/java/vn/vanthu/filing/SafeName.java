package vn.vanthu.filing;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for files and folders that are the same on Linux, Windows and a memory stick, whatever a sender wrote: one level, no
 * control or direction characters, no device name, no dot or space at an end, Unicode NFC, limited in bytes.
 */
public final class SafeName {

    private static final String REPLACEMENT = "-";

    /** What separates levels or drives, or is not allowed on Windows. */
    private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|]+");

    /** Control and format characters (RTL override, zero width), private, unassigned, lone surrogates, other line ends. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern ENDS = Pattern.compile("^[. ]+|[. ]+$");

    /** Names of devices, with any ending, as Windows takes them. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(con|prn|aux|nul|clock\\$|conin\\$|conout\\$|(com|lpt)[0-9¹²³]) *(\\..*)?");

    private static final Pattern EXTENSION = Pattern.compile("(?s)(.+)(\\.[A-Za-z0-9]{1,10})");

    private SafeName() {}

    /**
     * The name, or {@code otherwise} when nothing of it can be kept.
     *
     * @param mostBytes in UTF-8, at least 20; an extension survives the cut
     */
    public static String of(String name, String otherwise, int mostBytes) {
        String clean = Normalizer.normalize(name, Normalizer.Form.NFC);
        clean = INVISIBLE.matcher(clean).replaceAll(match -> isSpace(match.group()) ? " " : "");
        clean = FORBIDDEN.matcher(clean).replaceAll(REPLACEMENT);
        clean = ENDS.matcher(SPACES.matcher(clean).replaceAll(" ")).replaceAll("");
        if (clean.isEmpty() || clean.equals(REPLACEMENT)) {
            return otherwise;
        }
        String harmless = DEVICE.matcher(clean).matches() ? "_" + clean : clean;
        return cut(harmless, mostBytes);
    }

    private static boolean isSpace(String characters) {
        return characters.codePoints().anyMatch(Character::isWhitespace);
    }

    private static String cut(String name, int mostBytes) {
        if (bytes(name) <= mostBytes) {
            return name;
        }
        Matcher parts = EXTENSION.matcher(name);
        String stem = parts.matches() ? parts.group(1) : name;
        String extension = parts.matches() ? parts.group(2) : "";
        int room = mostBytes - bytes(extension);
        int end = 0;
        while (end < stem.length()) {
            int next = end + Character.charCount(stem.codePointAt(end));
            if (bytes(stem.substring(0, next)) > room) {
                break;
            }
            end = next;
        }
        return ENDS.matcher(stem.substring(0, end)).replaceAll("") + extension;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
