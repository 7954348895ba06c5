package vn.vanthu.documents;

import java.io.IOException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Finds the actions of a PDF that run scripts or programs (ISO 32000-1, 12.6.4.5 and 12.6.4.16), packed ones too. */
final class PdfActions {

    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final int MOST_OBJECTS = 200_000;
    private static final int MOST_LEVELS = 8;

    private PdfActions() {}

    /** Also true for a file with so many objects that one could hide among them. */
    static boolean run(PDDocument document) throws IOException {
        COSDocument file = document.getDocument();
        if (file.getXrefTable().size() > MOST_OBJECTS) {
            return true;
        }
        for (COSObjectKey key : file.getXrefTable().keySet()) {
            if (runs(file.getObjectFromPool(key).getObject(), MOST_LEVELS)) {
                return true;
            }
        }
        return false;
    }

    /** Looks into what stands inside; what is referred to has its own place in the table. */
    private static boolean runs(@Nullable COSBase object, int levels) {
        if (levels > 0 && object instanceof COSArray array) {
            return array.toList().stream().anyMatch(value -> runs(value, levels - 1));
        }
        if (levels == 0 || !(object instanceof COSDictionary dictionary)) {
            return false;
        }
        COSBase kind = dictionary.getItem(COSName.S);
        return COSName.JAVA_SCRIPT.equals(kind)
                || LAUNCH.equals(kind)
                || dictionary.getValues().stream().anyMatch(value -> runs(value, levels - 1));
    }
}
