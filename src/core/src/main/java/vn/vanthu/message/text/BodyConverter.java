package vn.vanthu.message.text;

import java.util.Locale;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/** Converts the bodies of text parts. */
final class BodyConverter {

    private final VietnameseText engine;

    BodyConverter(VietnameseText engine) {
        this.engine = engine;
    }

    /** Plain text; Vietnamese in UTF-8 that is declared as something else changes too, in its header alone. */
    Conversion plain(byte[] body, String charset, Evidence evidence) {
        Conversion conversion = engine.convert(body, evidence);
        boolean mislabelled = !conversion.changed()
                && conversion.encoding() == Encoding.UTF_8
                && !isUnicode(charset)
                && hasUnicodeVietnamese(conversion.text());
        return mislabelled ? new Conversion(Encoding.UTF_8, true, conversion.text(), false, 0) : conversion;
    }

    Conversion html(byte[] body, Evidence evidence) {
        return new HtmlConverter(engine).convert(body, evidence);
    }

    private static boolean isUnicode(String charset) {
        return charset.toLowerCase(Locale.ROOT).startsWith("utf");
    }

    /** Letters that no legacy encoding is misread as. */
    static boolean hasUnicodeVietnamese(String text) {
        long letters = text.chars()
                .filter(c -> c >= 0x1EA0 && c <= 0x1EF9 || c == 0x1A1 || c == 0x1B0)
                .count();
        return letters > 0 && !text.contains("\uFFFD");
    }
}
