package vn.vanthu.command;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.vanthu.text.Unaccented;

/** The lines that the writer of a mail typed himself: without quoted text, what announces it, and the signature. */
public final class TypedLines {

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "(on|vao|luc|ngay|thu|le) .{4,300} (wrote|da viet|viet|a ecrit) ?:|.{1,200} (wrote|da viet) ?:");
    private static final Pattern ATTRIBUTION_BEGINS = Pattern.compile("(on|vao|vao luc|ngay) .*\\d.*");
    private static final Pattern SEPARATOR =
            Pattern.compile("-{2,} ?(original message|original appointment|thu goc|tin nhan goc|thu ban dau"
                    + "|forwarded message|thu chuyen tiep|thu da chuyen tiep|thu duoc chuyen tiep) ?-{2,}|_{10,}");
    private static final Pattern HEADER_BEGINS = Pattern.compile("\\*?(from|tu|nguoi gui) ?: ?\\*? ?.+");
    private static final Pattern HEADER_GOES_ON =
            Pattern.compile("\\*?(sent|date|da gui|ngay gui|da gui luc|gui|to|den|subject|chu de) ?: ?\\*? ?.*");
    private static final Pattern UNSEEN = Pattern.compile("[\\u200B-\\u200D\\u2060\\uFEFF\\u00AD]");
    private static final Pattern QUOTE_SIGNS = Pattern.compile("^[> ]+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0\\u202F]+");

    private TypedLines() {}

    /** NFC, single spaces, in their order; an empty line is the empty text. */
    static List<String> of(String body) {
        List<String> typed = withSignature(body);
        int signature = typed.indexOf("--");
        return signature < 0 ? typed : typed.subList(0, signature);
    }

    /** The same, and the signature behind them with its line "--". */
    public static List<String> withSignature(String body) {
        return split(body).typed();
    }

    /**
     * A body taken apart.
     *
     * @param typed as {@link #withSignature}
     * @param quoted all else: what is, or passes itself off as, an earlier mail; without the signs of quotation
     */
    public record Split(List<String> typed, List<String> quoted) {}

    public static Split split(String body) {
        List<String> lines = Normalizer.normalize(UNSEEN.matcher(body).replaceAll(""), Normalizer.Form.NFC)
                .lines()
                .map(line -> SPACES.matcher(line).replaceAll(" ").strip())
                .toList();
        Split split = new Split(new ArrayList<>(), new ArrayList<>());
        int at = 0;
        for (; at < lines.size() && !endsBefore(lines, at); at++) {
            int announced = attribution(lines, at);
            if (announced > 0 && !quotesFollow(lines, at + announced)) {
                break;
            } else if (announced > 0) {
                at += announced - 1;
            } else {
                (lines.get(at).startsWith(">") ? split.quoted : split.typed).add(lines.get(at));
            }
        }
        split.quoted.addAll(lines.subList(Math.min(at, lines.size()), lines.size()));
        split.quoted.replaceAll(line -> QUOTE_SIGNS.matcher(line).replaceFirst(""));
        return split;
    }

    /** Below an announced quotation without the sign of one, all is quoted: HTML indents it. */
    private static boolean quotesFollow(List<String> lines, int at) {
        return lines.stream().skip(at).filter(line -> !line.isEmpty()).findFirst().stream()
                .anyMatch(line -> line.startsWith(">"));
    }

    /** Whether the original of a reply begins here: nothing below was typed for us. */
    private static boolean endsBefore(List<String> lines, int at) {
        String line = Unaccented.of(lines.get(at));
        if (SEPARATOR.matcher(line).matches()) {
            return true;
        }
        return HEADER_BEGINS.matcher(line).matches()
                && lines.stream().skip(at + 1L).limit(3).anyMatch(next -> HEADER_GOES_ON
                        .matcher(Unaccented.of(next))
                        .matches());
    }

    /** How many lines announce a quotation here ("Vào lúc ... đã viết:"); mail programs wrap them to two or three. */
    private static int attribution(List<String> lines, int at) {
        String text = "";
        for (int count = 1; count <= 3 && at + count <= lines.size(); count++) {
            text = (text + " " + Unaccented.of(lines.get(at + count - 1))).strip();
            if (ATTRIBUTION.matcher(text).matches()) {
                return count;
            }
            if (!ATTRIBUTION_BEGINS.matcher(text).matches()) {
                return 0;
            }
        }
        return 0;
    }
}
