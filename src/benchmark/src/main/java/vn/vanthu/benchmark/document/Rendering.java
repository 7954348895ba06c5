package vn.vanthu.benchmark.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** Kinds of files that a document comes as. */
enum Rendering {
    /** PDF with a text layer. */
    PDF("application/pdf", "pdf") {
        @Override
        byte[] render(Described document) throws IOException {
            try (PDDocument pdf = new PDDocument()) {
                draw(pdf, document);
                return bytes(pdf);
            }
        }
    },
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx") {
        @Override
        byte[] render(Described document) throws IOException {
            return WordFile.of(document);
        }
    },
    /** PDF of pictures at 200 dpi: a little skewed, with noise, a signature and a red seal over the name. */
    SCAN("application/pdf", "pdf") {
        @Override
        byte[] render(Described document) throws IOException {
            byte[] printed;
            Layout layout;
            try (PDDocument pdf = new PDDocument()) {
                layout = draw(pdf, document);
                printed = bytes(pdf);
            }
            // Only a saved PDF has its fonts in it.
            try (PDDocument pdf = Loader.loadPDF(printed)) {
                return new Scanner(document.name()).scan(pdf, layout.signer());
            }
        }
    };

    final String mediaType;
    final String extension;

    Rendering(String mediaType, String extension) {
        this.mediaType = mediaType;
        this.extension = extension;
    }

    abstract byte[] render(Described document) throws IOException;

    /** The same; an array in memory does not fail. */
    byte[] of(Described document) {
        try {
            return render(document);
        } catch (IOException e) {
            throw new UncheckedIOException(document.name(), e);
        }
    }

    static byte[] bytes(PDDocument pdf) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }

    private static Layout draw(PDDocument pdf, Described document) throws IOException {
        Fonts fonts = new Fonts(pdf);
        Layout layout = Layout.of(document, fonts);
        int pages = layout.lines().stream().mapToInt(Placed::page).max().orElse(0) + 1;
        for (int page = 0; page < pages; page++) {
            PDPage sheet = new PDPage(PDRectangle.A4);
            pdf.addPage(sheet);
            try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
                for (Placed line : layout.lines()) {
                    if (line.page() == page) {
                        draw(content, fonts, line);
                    }
                }
            }
        }
        return layout;
    }

    private static void draw(PDPageContentStream content, Fonts fonts, Placed line) throws IOException {
        String[] words = line.text().split(" ");
        double space = fonts.width(" ", line.style(), line.size());
        double stretch = line.width() > 0 && words.length > 1
                ? (line.width() - fonts.width(line.text(), line.style(), line.size())) / (words.length - 1)
                : 0;
        double x = line.x();
        content.setFont(fonts.of(line.style()), (float) line.size());
        for (String word : words) {
            content.beginText();
            content.setTextMatrix(
                    Matrix.getTranslateInstance((float) x, (float) (Layout.HEIGHT - line.y() - line.size())));
            content.showText(word + " ");
            content.endText();
            x += fonts.width(word, line.style(), line.size()) + space + stretch;
        }
    }
}
