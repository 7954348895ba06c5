package vn.vanthu.register.audit;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One JSON object a line; times are ISO 8601 with +07:00. */
final class JsonWriter implements ReportWriter {

    private final Writer out;
    private List<String> columns = List.of();

    JsonWriter(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    }

    @Override
    public void begin(List<String> names) {
        columns = List.copyOf(names);
    }

    @Override
    public void row(List<@Nullable Object> values) throws IOException {
        StringBuilder line = new StringBuilder("{");
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                line.append(',');
            }
            string(line, columns.get(i));
            line.append(':');
            value(line, values.get(i));
        }
        out.append(line.append('}')).append('\n');
    }

    private static void value(StringBuilder line, @Nullable Object value) {
        if (value == null || value instanceof Number || value instanceof Boolean) {
            line.append(value);
        } else if (value instanceof LocalDateTime time) {
            string(line, Times.iso(time));
        } else {
            string(line, value.toString());
        }
    }

    private static void string(StringBuilder line, String text) {
        line.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                line.append('\\').append(c);
            } else if (c < ' ' || c == 0x7F || c == '\u2028' || c == '\u2029' || (c >= 0x80 && c < 0xA0)) {
                line.append(String.format("\\u%04x", (int) c));
            } else {
                line.append(c);
            }
        }
        line.append('"');
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }
}
