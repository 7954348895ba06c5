package vn.vanthu.register.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table for a terminal. The first rows decide the widths, so that a report of any length needs little memory. */
final class TableWriter implements ReportWriter {

    private static final int LOOK_AT = 200;
    private static final int WIDEST = 44;

    private final Writer out;
    private final List<List<String>> waiting = new ArrayList<>();
    private int[] widths = new int[0];
    private boolean started;

    TableWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(List<String> columns) {
        widths = new int[columns.size()];
        waiting.add(columns);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        List<String> cells = values.stream().map(TableWriter::cell).toList();
        if (started) {
            line(cells);
            return;
        }
        waiting.add(cells);
        if (waiting.size() > LOOK_AT) {
            start();
        }
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDateTime time) {
            return time.format(Times.DATE_TIME);
        }
        return value instanceof LocalDate date ? date.format(Times.DATE) : Display.harmless(value.toString());
    }

    private void start() throws IOException {
        started = true;
        for (List<String> cells : waiting) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], Math.min(WIDEST, Display.width(cells.get(i))));
            }
        }
        for (List<String> cells : waiting) {
            line(cells);
        }
        waiting.clear();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(Display.column(cells.get(i), widths[i])).append("  ");
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    @Override
    public void end() throws IOException {
        if (!started) {
            start();
        }
        out.flush();
    }
}
