package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationFileAttachment;
import vn.vanthu.document.ReadPart;

/** The files that a PDF carries: in its list of files, and behind pins on its pages. */
final class PdfAttachments {

    private static final int DEEPEST_TREE = 20;

    private final Inside inside;

    PdfAttachments(FoundFile around, FileReader inner, Spool spool, Budget budget) {
        this.inside = new Inside(around, inner, spool, budget);
    }

    String unread() {
        return inside.unread();
    }

    List<ReadPart> read(PDDocument document) throws IOException {
        Map<String, PDComplexFileSpecification> files = new LinkedHashMap<>();
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode tree = names == null ? null : names.getEmbeddedFiles();
        if (tree != null) {
            collect(tree, files, 0);
        }
        List<PDComplexFileSpecification> all = new ArrayList<>(files.values());
        for (PDPage page : document.getPages()) {
            for (PDAnnotation annotation : page.getAnnotations()) {
                if (annotation instanceof PDAnnotationFileAttachment pin
                        && pin.getFile() instanceof PDComplexFileSpecification file) {
                    all.add(file);
                }
            }
        }
        for (PDComplexFileSpecification file : all) {
            PDEmbeddedFile content = file.getEmbeddedFile();
            if (content != null && inside.mayRead()) {
                try (InputStream in = content.createInputStream()) {
                    inside.read(file.getFilename(), in);
                }
            }
        }
        return inside.parts();
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node, Map<String, PDComplexFileSpecification> files, int depth)
            throws IOException {
        Map<String, PDComplexFileSpecification> own = node.getNames();
        if (own != null) {
            files.putAll(own);
        }
        if (node.getKids() != null && depth < DEEPEST_TREE) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                collect(kid, files, depth + 1);
            }
        }
    }
}
