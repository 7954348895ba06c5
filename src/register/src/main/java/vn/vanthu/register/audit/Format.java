package vn.vanthu.register.audit;

import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a report looks ({@code --format}). */
public enum Format {
    TABLE,
    CSV,
    JSON,
    XLSX;

    public ReportWriter writer(OutputStream out) {
        return switch (this) {
            case TABLE -> new TableWriter(out);
            case CSV -> new CsvWriter(out);
            case JSON -> new JsonWriter(out);
            case XLSX -> new XlsxWriter(out);
        };
    }

    /** The format of this name, as on the command line. */
    public static Optional<Format> of(String name) {
        return Arrays.stream(values())
                .filter(format -> format.toString().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
