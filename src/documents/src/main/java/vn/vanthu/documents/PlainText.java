package vn.vanthu.documents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.layout.LineText;

/** Text files and bodies: plain text, HTML, and what is written in it. */
final class PlainText {

    private static final Pattern HTML = Pattern.compile(
            "(?is)\\A\\s*(<\\?xml[^>]*>\\s*)?(<!--.{0,2000}?-->\\s*)?<(!doctype\\s+html|html|head|body)\\b");
    private static final Pattern PGP = Pattern.compile("(?m)^-----BEGIN PGP MESSAGE-----");
    /** A file that some mail programs make of the lines (uuencode). */
    private static final Pattern UUENCODED = Pattern.compile("(?m)^begin(-base64)? [0-7]{3,4} \\S");
    /** Words that stand there backwards, that a style sheet adds, or of a page within the page. */
    private static final Pattern STYLED = Pattern.compile(
            "(?i)<bdo\\b|\\bunicode-bidi\\s*:[^;\"']{0,20}override"
                    + "|::?(?:before|after)\\s*\\{[^}]{0,300}\\bcontent\\s*:\\s*[\"'][^\"']{2}|<iframe\\b[^>]{0,300}\\bsrcdoc\\s*=");
    /** A picture or page in an address, which every second program shows; {@link DataPictures} reads the small ones. */
    private static final Pattern IN_ADDRESS =
            Pattern.compile("data:(?:image|text|application)/[a-z0-9.+-]{1,80}[;,][^\"'\\s>]{2000}");

    private static final List<String> OTHER_FILES = List.of("%PDF-", "{\\rtf", "PK\u0003\u0004", "MZ", "\u00D0\u00CF");

    /** Some Vietnamese encodings have rare capitals among the control characters; none has a letter at NUL. */
    private static final double MOST_STRANGE = 0.06;

    private PlainText() {}

    /** Whether bytes that are declared to be text are text of some encoding, and no file in disguise. */
    static boolean isText(byte[] bytes) {
        if (Texts.wide(bytes) != null) {
            return isReadable(bytes);
        }
        String start = new String(bytes, 0, Math.min(bytes.length, 1024), StandardCharsets.ISO_8859_1).stripLeading();
        if (OTHER_FILES.stream().anyMatch(start::startsWith)) {
            return false;
        }
        return isReadable(bytes);
    }

    /** Whether bytes can be the letters of some encoding: any bytes can be decoded. */
    static boolean isReadable(byte[] bytes) {
        Charset wide = Texts.wide(bytes);
        if (wide != null) {
            return strange(new String(bytes, wide)) <= MOST_STRANGE * bytes.length / 2;
        }
        long controls = 0;
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
            controls += b > 0 && b < ' ' && "\t\n\f\r".indexOf(b) < 0 ? 1 : 0;
        }
        return controls <= MOST_STRANGE * bytes.length;
    }

    private static long strange(String text) {
        return text.codePoints()
                .filter(point -> !Character.isDefined(point)
                        || Character.getType(point) == Character.PRIVATE_USE
                        || Character.getType(point) == Character.SURROGATE
                        || Character.isISOControl(point) && !Character.isWhitespace(point))
                .count();
    }

    static boolean isHtml(String declaredType, String text) {
        return declaredType.equals("text/html")
                || declaredType.equals("application/xhtml+xml")
                || HTML.matcher(text).lookingAt();
    }

    static ReadPart read(FoundFile file, String declaredType, String text) {
        boolean html = isHtml(declaredType, text);
        return Parts.text(
                file,
                html ? "text/html" : "text/plain",
                unread(text),
                List.of(html ? HtmlPage.of(text) : LineText.page(text)));
    }

    private static String unread(String text) {
        if (text.contains("-----BEGIN PGP") && PGP.matcher(text).find()) {
            return UnreadReason.ENCRYPTED;
        }
        return isShownOtherwise(text) ? UnreadReason.AMBIGUOUS : UnreadReason.NOTHING;
    }

    /** Each pattern is slow, and what it needs is rare. */
    private static boolean isShownOtherwise(String text) {
        return text.indexOf('\u202D') >= 0
                || text.indexOf('\u202E') >= 0
                || text.contains("begin") && UUENCODED.matcher(text).find()
                || text.indexOf('<') >= 0 && STYLED.matcher(text).find()
                || text.contains("data:") && IN_ADDRESS.matcher(text).find();
    }
}
