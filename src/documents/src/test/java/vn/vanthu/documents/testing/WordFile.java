package vn.vanthu.documents.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** Word files (DOCX): paragraphs, and tables of one row as the heads of documents are made. */
public final class WordFile {

    private final XWPFDocument document = new XWPFDocument();

    public WordFile paragraph(String text) {
        document.createParagraph().createRun().setText(text);
        return this;
    }

    /** Cells beside each other; the lines of a cell are separated by line feeds. */
    public WordFile columns(String... cells) {
        XWPFTable table = document.createTable(1, cells.length);
        for (int i = 0; i < cells.length; i++) {
            XWPFTableCell cell = table.getRow(0).getCell(i);
            cell.removeParagraph(0);
            for (String line : cells[i].split("\n")) {
                XWPFParagraph paragraph = cell.addParagraph();
                paragraph.createRun().setText(line);
            }
        }
        return this;
    }

    /** Words across each page, as Word puts them there. */
    public WordFile watermark(String words) {
        document.createHeaderFooterPolicy().createWatermark(words);
        return this;
    }

    public byte[] toBytes() {
        try (document) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
