package vn.vanthu.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.text.VietnameseText;

/** Reads PDF files: their text, the letters on scanned pages, and the files attached to them. */
final class PdfFile {

    static final String TYPE = "application/pdf";

    private final VietnameseText engine;
    private final Texts texts;

    PdfFile(VietnameseText engine, Texts texts) {
        this.engine = engine;
        this.texts = texts;
    }

    List<ReadPart> read(FoundFile file, Budget budget) {
        try (PDDocument document = Loader.loadPDF(file.content().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            return List.of(read(file, document, budget));
        } catch (InvalidPasswordException e) {
            return List.of(Parts.none(file, TYPE, UnreadReason.ENCRYPTED));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return List.of(Parts.none(file, TYPE, UnreadReason.BROKEN));
        }
    }

    private ReadPart read(FoundFile file, PDDocument document, Budget budget) throws IOException {
        PdfText text = new PdfText(engine);
        List<Page> pages = new ArrayList<>();
        String unread = UnreadReason.NOTHING;
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            if (budget.isTimeOver()) {
                unread = UnreadReason.TIME_OUT;
                break;
            }
            pages.add(text.page(document, number));
        }
        boolean signed = file.signed() || !document.getSignatureDictionaries().isEmpty();
        return Parts.of(file, TYPE, Origin.TEXT, unread, signed, count, texts.unicode(pages));
    }
}
