package vn.vanthu.documents;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.Line;
import vn.vanthu.documents.layout.LineText;

/** What stands on a page as words that its viewer draws: notes, and the fields of a form without their look. */
final class PdfNotes {

    private static final String FIELD = "Widget";
    /** Their words describe something else. */
    private static final Set<String> SILENT = Set.of("Link", "Popup");
    /** A field's value may be that of the field around it; a ring of fields ends here. */
    private static final int MOST_PARENTS = 20;

    private PdfNotes() {}

    /**
     * The lines of a page's notes and fields.
     *
     * @param redrawn whether viewers draw every field themselves ({@code NeedAppearances})
     */
    static List<Line> on(PDPage page, boolean redrawn) throws IOException {
        return page.getAnnotations().stream()
                .filter(annotation -> !annotation.isHidden())
                .flatMap(annotation -> words(annotation, redrawn))
                .flatMap(words -> LineText.page(words).lines().stream())
                .toList();
    }

    private static Stream<String> words(PDAnnotation annotation, boolean redrawn) {
        String kind = String.valueOf(annotation.getSubtype());
        boolean drawn = annotation.getNormalAppearanceStream() != null;
        if (kind.equals(FIELD)) {
            return drawn && !redrawn ? Stream.empty() : value(annotation.getCOSObject());
        }
        String contents = annotation.getContents();
        boolean silent = contents == null || SILENT.contains(kind) || kind.equals("FreeText") && drawn;
        return silent ? Stream.empty() : Stream.of(contents);
    }

    private static Stream<String> value(COSDictionary field) {
        COSDictionary at = field;
        for (int i = 0; at != null && i < MOST_PARENTS; i++) {
            COSBase value = at.getDictionaryObject(COSName.V);
            if (value != null) {
                return texts(value);
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return Stream.empty();
    }

    private static Stream<String> texts(@Nullable COSBase value) {
        if (value instanceof COSString text) {
            return Stream.of(text.getString());
        } else if (value instanceof COSStream text) {
            return Stream.of(text.toTextString());
        } else if (value instanceof COSArray choices) {
            return StreamSupport.stream(choices.spliterator(), false)
                    .filter(COSString.class::isInstance)
                    .map(choice -> ((COSString) choice).getString());
        }
        return Stream.empty();
    }
}
