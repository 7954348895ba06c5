package vn.vanthu.register.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * CSV (RFC 4180) that Excel opens as Unicode: it starts with a byte order mark. Text that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
final class CsvWriter implements ReportWriter {

    private static final String FORMULA_STARTS = "=+-@\t\r\n|%＝＋－＠";

    private final Writer out;

    CsvWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(List<String> columns) throws IOException {
        out.write('\uFEFF');
        out.write(String.join(",", columns));
        out.write("\r\n");
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(values.get(i)));
        }
        out.write("\r\n");
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof LocalDateTime time) {
            return time.format(Times.DATE_TIME);
        }
        if (value instanceof LocalDate date) {
            return date.format(Times.DATE);
        }
        return value instanceof String text ? quoted(harmless(text)) : value.toString();
    }

    private static String harmless(String text) {
        String start = text.stripLeading();
        boolean formula = !start.isEmpty() && FORMULA_STARTS.indexOf(start.charAt(0)) >= 0;
        boolean control = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
        return formula || control ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == ';' || c < ' ');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
