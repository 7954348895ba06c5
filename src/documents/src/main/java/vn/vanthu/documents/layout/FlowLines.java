package vn.vanthu.documents.layout;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;

/**
 * Puts together the lines of flowing text, which comes as the elements of HTML (Tika writes Office files so too). The cells
 * of a table row become columns: a cell's lines stand between its share of the width, the left cell's before the right's.
 */
public final class FlowLines {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "blockquote",
            "body",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "html",
            "li",
            "main",
            "nav",
            "ol",
            "option",
            "p",
            "pre",
            "section",
            "table",
            "tbody",
            // of a drawing (SVG)
            "text",
            "tfoot",
            "thead",
            "title",
            "tr",
            "ul");
    private static final Set<String> UNSEEN = Set.of("script", "style", "template", "noscript");
    private static final Set<String> BOLD = Set.of("b", "strong", "th", "h1", "h2", "h3");
    /** More text than this in one file is cut off: nobody reads it, and no rule needs it. */
    private static final int MOST_CHARACTERS = 20 << 20;

    /** A row of a table, while its cells come. */
    private static final class Row {
        private final List<List<Text>> cells = new ArrayList<>();
        private final double left;
        private final double right;

        private Row(double left, double right) {
            this.left = left;
            this.right = right;
        }
    }

    private record Text(String text, boolean bold) {}

    private final List<Line> lines = new ArrayList<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private final StringBuilder current = new StringBuilder();
    private int unseen;
    private int bold;
    private int boldLetters;
    private int letters;
    private int characters;
    private boolean cut;

    public void start(String element) {
        String name = element.toLowerCase(Locale.ROOT);
        if (UNSEEN.contains(name)) {
            unseen++;
        } else if (BOLD.contains(name)) {
            bold++;
        }
        switch (name) {
            case "br" -> endLine();
            case "tr" -> startRow();
            case "td", "th" -> startCell();
            default -> {
                if (BLOCKS.contains(name)) {
                    endLine();
                }
            }
        }
    }

    public void end(String element) {
        String name = element.toLowerCase(Locale.ROOT);
        if (BLOCKS.contains(name) || name.equals("td") || name.equals("th")) {
            endLine();
        }
        if (UNSEEN.contains(name)) {
            unseen = Math.max(0, unseen - 1);
        } else if (BOLD.contains(name)) {
            bold = Math.max(0, bold - 1);
        }
        if (name.equals("tr")) {
            endRow();
        }
    }

    /** Text inside of the element that began last; a line break in it is a space. */
    public void text(String text) {
        if (unseen > 0 || cut) {
            return;
        }
        current.append(text);
        int count = (int) text.chars().filter(Character::isLetterOrDigit).count();
        letters += count;
        boldLetters += bold > 0 ? count : 0;
        characters += text.length();
        cut = characters > MOST_CHARACTERS;
    }

    /** Whether there was more text than is kept. */
    public boolean isCut() {
        return cut;
    }

    /** Ends a page, or the whole text. */
    public Page take() {
        endLine();
        while (!rows.isEmpty()) {
            endRow();
        }
        Page page = new Page(lines);
        lines.clear();
        return page;
    }

    private void endLine() {
        String text = LineText.of(current.toString());
        boolean isBold = letters > 0 && boldLetters == letters;
        current.setLength(0);
        letters = 0;
        boldLetters = 0;
        if (text.isEmpty()) {
            return;
        }
        Row row = rows.peek();
        if (row == null) {
            lines.add(new Line(text, Double.NaN, Double.NaN, Double.NaN, Double.NaN, isBold));
        } else {
            if (row.cells.isEmpty()) {
                row.cells.add(new ArrayList<>());
            }
            row.cells.get(row.cells.size() - 1).add(new Text(text, isBold));
        }
    }

    private void startRow() {
        endLine();
        Row outer = rows.peek();
        // the rows of a table in a cell take the place of that cell; what came before them in it comes first
        rows.push(outer == null ? new Row(0, 1) : new Row(outer.left, outer.right));
    }

    private void startCell() {
        endLine();
        if (rows.isEmpty()) {
            rows.push(new Row(0, 1));
        }
        rows.peek().cells.add(new ArrayList<>());
    }

    private void endRow() {
        Row row = rows.poll();
        if (row == null) {
            return;
        }
        double width = (row.right - row.left) / Math.max(1, row.cells.size());
        Row outer = rows.peek();
        for (int i = 0; i < row.cells.size(); i++) {
            double left = row.left + i * width;
            for (Text text : row.cells.get(i)) {
                if (outer == null) {
                    lines.add(new Line(text.text, left, Double.NaN, left + width, Double.NaN, text.bold));
                } else {
                    if (outer.cells.isEmpty()) {
                        outer.cells.add(new ArrayList<>());
                    }
                    outer.cells.get(outer.cells.size() - 1).add(text);
                }
            }
        }
    }
}
