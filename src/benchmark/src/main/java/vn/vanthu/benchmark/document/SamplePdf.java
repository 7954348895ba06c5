package vn.vanthu.benchmark.document;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** A PDF as people send them: a few pages of text, which is no document that belongs into a book. */
public final class SamplePdf {

    private static final String NAME = "lich-cong-tac";
    private static final String PARAGRAPHS = "40";

    private SamplePdf() {}

    /** One of so many bytes, a few more or less; never smaller than its text. */
    public static byte[] ofSize(int bytes) {
        byte[] text = Rendering.PDF.of(paper());
        if (text.length >= bytes) {
            return text;
        }
        try (PDDocument pdf = Loader.loadPDF(text)) {
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Filler"), filler(bytes - text.length));
            return Rendering.bytes(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory does not fail", e);
        }
    }

    private static Described paper() {
        List<String> text = Filler.paragraphs(new Described(NAME, Map.of("filler", List.of(PARAGRAPHS))));
        return new Described(NAME, Map.of("style", List.of("plain"), "body", text));
    }

    /** As large as pictures are, and as hard to compress; no page shows it. */
    private static COSStream filler(int length) throws IOException {
        byte[] bytes = new byte[length];
        // Always the same: two runs send the same bytes.
        new Random(20261128).nextBytes(bytes);
        COSStream stream = new COSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(bytes);
        }
        return stream;
    }
}
