package vn.vanthu.benchmark.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of figures, for the screen and as Markdown; the first column is text, the others are numbers. */
final class Table {

    private final String title;
    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String title, String... head) {
        this.title = title;
        this.head = List.of(head);
    }

    void add(List<String> row) {
        rows.add(row);
    }

    String text() {
        List<Integer> widths =
                IntStream.range(0, head.size()).mapToObj(this::width).toList();
        StringBuilder text = new StringBuilder(title).append('\n');
        text.append(line(head, widths));
        rows.forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .map(row -> row.get(column).length())
                .reduce(head.get(column).length(), Math::max);
    }

    private static String line(List<String> cells, List<Integer> widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(i -> String.format("%" + (i == 0 ? "-" : "") + widths.get(i) + "s", cells.get(i)))
                .collect(Collectors.joining("  ", "  ", "\n"));
    }

    String markdown() {
        StringBuilder text = new StringBuilder("## ").append(title).append("\n\n");
        text.append(markdownLine(head));
        text.append("|---|").append("---:|".repeat(head.size() - 1)).append('\n');
        rows.forEach(row -> text.append(markdownLine(row)));
        return text.toString();
    }

    private static String markdownLine(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
