package vn.vanthu.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import vn.vanthu.document.ActiveContent;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.ocr.PictureReader;
import vn.vanthu.text.VietnameseText;

/** Reads PDF files: their text, the letters on scanned pages, and the files attached to them. */
final class PdfFile {

    static final String TYPE = "application/pdf";

    private final VietnameseText engine;
    private final Texts texts;
    private final Optional<PictureReader> pictures;

    PdfFile(VietnameseText engine, Texts texts, Optional<PictureReader> pictures) {
        this.engine = engine;
        this.texts = texts;
        this.pictures = pictures;
    }

    List<ReadPart> read(FoundFile file, FileReader inner, Spool spool, Budget budget) throws IOException {
        List<ReadPart> parts = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.content().toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            PdfPages pages = new PdfPages(document, new PdfText(engine), pictures, budget);
            pages.read();
            boolean signed =
                    file.signed() || !document.getSignatureDictionaries().isEmpty();
            PdfAttachments attached = new PdfAttachments(file, inner, spool, budget);
            List<ReadPart> inside = attached.read(document);
            String unread = pages.unread().isEmpty() ? attached.unread() : pages.unread();
            parts.add(Parts.of(
                    file,
                    TYPE,
                    pages.origin(),
                    unread,
                    signed,
                    document.getNumberOfPages(),
                    texts.unicode(pages.pages())));
            parts.addAll(inside);
            if (PdfActions.run(document)) {
                parts.add(Parts.none(file, ActiveContent.SCRIPT.mediaType(), UnreadReason.NOTHING));
            }
        } catch (InvalidPasswordException e) {
            return List.of(Parts.none(file, TYPE, UnreadReason.ENCRYPTED));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (parts.isEmpty()) {
                return List.of(Parts.none(file, TYPE, UnreadReason.BROKEN));
            }
        }
        return parts;
    }
}
