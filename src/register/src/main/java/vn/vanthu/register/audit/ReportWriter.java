package vn.vanthu.register.audit;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report, row by row.
 *
 * <p>Values are {@code String}, {@code Number}, {@code Boolean}, {@code LocalDateTime} (in Asia/Ho_Chi_Minh),
 * {@code LocalDate} or null. The writer flushes, but does not close, what it writes to.
 */
public interface ReportWriter {

    /** Called once, before the rows. */
    void begin(List<String> columns) throws IOException;

    void row(List<@Nullable Object> values) throws IOException;

    /** Called once, after the rows. */
    void end() throws IOException;
}
