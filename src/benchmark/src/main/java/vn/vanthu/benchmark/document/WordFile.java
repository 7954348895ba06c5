package vn.vanthu.benchmark.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.xwpf.usermodel.BreakType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/** A described document as Word files are written in offices: head and foot in tables without borders. */
final class WordFile {

    private final Described document;
    private final XWPFDocument word = new XWPFDocument();

    private WordFile(Described document) {
        this.document = document;
    }

    static byte[] of(Described document) throws IOException {
        WordFile file = new WordFile(document);
        try (file.word) {
            file.write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            file.word.write(bytes);
            return bytes.toByteArray();
        }
    }

    private void write() {
        if (!document.style().equals("plain")) {
            head();
            centred(document.lines("title"));
            subject();
            centred(document.lines("authority"));
            addressees();
        }
        document.all("body").forEach(this::paragraph);
        Filler.paragraphs(document).forEach(this::paragraph);
        if (document.style().equals("plain")) {
            document.lines("signer").forEach(this::paragraph);
        } else {
            foot();
        }
        document.all("annex").forEach(this::paragraph);
    }

    /** In every second file number and date stand in a row of their own. */
    private void head() {
        boolean rows = document.name().hashCode() % 2 == 0;
        XWPFTable table = word.createTable(rows ? 2 : 1, 2);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        document.lines("superior").forEach(line -> add(left, line, Style.REGULAR, 13));
        document.lines("issuer").forEach(line -> add(left, line, Style.BOLD, 13));
        if (document.style().equals("party")) {
            add(right, "ĐẢNG CỘNG SẢN VIỆT NAM", Style.BOLD, 15);
        } else if (!document.text("state").equals("no")) {
            add(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", Style.BOLD, 13);
            add(right, "Độc lập - Tự do - Hạnh phúc", Style.BOLD, 14);
        }
        XWPFTableCell below = table.getRow(rows ? 1 : 0).getCell(0);
        document.lines("number").forEach(line -> add(below, line, Style.REGULAR, 13));
        document.lines("about").forEach(line -> add(below, line, Style.REGULAR, 12));
        document.lines("mark").forEach(line -> add(below, line, Style.BOLD, 13));
        document.lines("draft").forEach(line -> add(below, line, Style.BOLD, 13));
        document.lines("date").forEach(line -> add(table.getRow(rows ? 1 : 0).getCell(1), line, Style.ITALIC, 13));
    }

    /** A paragraph of its own for each line, or one with breaks. */
    private void subject() {
        List<String> lines = document.lines("subject");
        if (document.name().hashCode() % 3 != 0 || lines.isEmpty()) {
            centred(lines);
            return;
        }
        XWPFRun run = run(word.createParagraph(), lines.get(0), Style.BOLD, 14);
        for (String line : lines.subList(1, lines.size())) {
            run.addBreak(BreakType.TEXT_WRAPPING);
            run.setText(line);
        }
    }

    private void addressees() {
        List<String> to = document.lines("to");
        if (to.size() == 1) {
            centred("Kính gửi: " + to.get(0), Style.REGULAR);
        } else if (!to.isEmpty()) {
            paragraph("Kính gửi:");
            to.forEach(place -> paragraph("- " + place));
        }
    }

    private void foot() {
        XWPFTable table = word.createTable(1, 2);
        XWPFTableCell left = table.getRow(0).getCell(0);
        XWPFTableCell right = table.getRow(0).getCell(1);
        if (!document.lines("places").isEmpty()) {
            add(left, "Nơi nhận:", Style.BOLD_ITALIC, 12);
            document.lines("places").forEach(place -> add(left, "- " + place, Style.REGULAR, 11));
        }
        document.lines("sign").forEach(line -> add(right, line, Style.BOLD, 14));
        add(right, "", Style.BOLD, 14);
        document.lines("signer").forEach(line -> add(right, line, Style.BOLD, 14));
    }

    private void centred(List<String> lines) {
        lines.forEach(line -> centred(line, Style.BOLD));
    }

    private void centred(String line, Style style) {
        XWPFParagraph paragraph = word.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, line, style, 14);
    }

    private void paragraph(String text) {
        run(word.createParagraph(), text, Style.REGULAR, 14);
    }

    private static void add(XWPFTableCell cell, String text, Style style, int size) {
        boolean first = cell.getText().isEmpty() && cell.getParagraphs().size() == 1;
        XWPFParagraph paragraph = first ? cell.getParagraphs().get(0) : cell.addParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        run(paragraph, text, style, size);
    }

    private static XWPFRun run(XWPFParagraph paragraph, String text, Style style, int size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setBold(style.bold);
        run.setItalic(style.italic);
        run.setFontSize(size);
        run.setFontFamily("Times New Roman");
        return run;
    }
}
