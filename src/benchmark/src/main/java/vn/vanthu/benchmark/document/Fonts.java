package vn.vanthu.benchmark.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one PDF. */
final class Fonts {

    private final Map<Style, PDFont> fonts = new EnumMap<>(Style.class);

    Fonts(PDDocument pdf) throws IOException {
        for (Style style : Style.values()) {
            try (InputStream file = Objects.requireNonNull(
                    Fonts.class.getClassLoader().getResourceAsStream(style.font()), style.font())) {
                fonts.put(style, PDType0Font.load(pdf, file));
            }
        }
    }

    PDFont of(Style style) {
        return Objects.requireNonNull(fonts.get(style));
    }

    /** In points. */
    double width(String text, Style style, double size) {
        try {
            return of(style).getStringWidth(text) / 1000 * size;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
