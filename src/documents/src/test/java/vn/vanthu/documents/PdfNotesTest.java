package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFreeText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.testing.Paper;
import vn.vanthu.text.VietnameseText;

/** Words that a viewer draws over a page are read as those of the page. */
class PdfNotesTest {

    private static final VietnameseText ENGINE = VietnameseText.load();

    @TempDir
    Path folder = Path.of("");

    /** What is added to a letter. */
    @FunctionalInterface
    private interface Change {
        PDAnnotation of(PDDocument document) throws IOException;
    }

    @Test
    void notesAreRead() throws IOException {
        assertThat(lines(document -> with(new PDAnnotationText(), "TỐI MẬT"))).contains("TỐI MẬT");
        assertThat(lines(document -> with(new PDAnnotationFreeText(), "MẬT\nSố 12")))
                .contains("MẬT", "Số 12");
    }

    @Test
    void aHiddenNoteIsNot() throws IOException {
        assertThat(lines(document -> {
                    PDAnnotation note = with(new PDAnnotationText(), "TỐI MẬT");
                    note.setHidden(true);
                    return note;
                }))
                .doesNotContain("TỐI MẬT");
    }

    @Test
    void aFieldThatTheViewerDrawsIsRead() throws IOException {
        assertThat(lines(document -> {
                    PDAcroForm form = new PDAcroForm(document);
                    form.setNeedAppearances(true);
                    document.getDocumentCatalog().setAcroForm(form);
                    PDTextField field = new PDTextField(form);
                    field.setPartialName("mucDo");
                    field.getCOSObject().setString(COSName.V, "TUYỆT MẬT");
                    form.getFields().add(field);
                    PDAnnotationWidget widget = field.getWidgets().get(0);
                    widget.setRectangle(new PDRectangle(70, 690, 100, 30));
                    return widget;
                }))
                .contains("TUYỆT MẬT");
    }

    private static PDAnnotation with(PDAnnotation note, String words) {
        note.setRectangle(new PDRectangle(70, 690, 100, 30));
        note.setContents(words);
        return note;
    }

    private List<String> lines(Change change) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(Paper.letter().toPdf())) {
            document.getPage(0).setAnnotations(List.of(change.of(document)));
            document.save(bytes);
        }
        Path copy = Files.write(folder.resolve("a.pdf"), bytes.toByteArray());
        FoundFile file = new FoundFile("2", "a.pdf", PdfFile.TYPE, false, false, 1, copy, "00");
        ReadPart part = new PdfFile(ENGINE, new Texts(ENGINE), Optional.empty())
                .read(file, (inner, budget) -> List.of(), new Spool(folder), Budget.of(Limits.USUAL))
                .get(0);
        return part.text().lines().toList();
    }
}
