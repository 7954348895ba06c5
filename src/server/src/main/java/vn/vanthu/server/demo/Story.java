package vn.vanthu.server.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.BookFilter;
import vn.vanthu.register.audit.MailFilter;
import vn.vanthu.register.audit.ReportWriter;
import vn.vanthu.register.book.Book;

/** The demo's mail log, short enough to read at a glance. */
final class Story {

    private static final int MOST = 100;

    private final AuditDatabase register;

    Story(AuditDatabase register) {
        this.register = register;
    }

    /** Waits until no mail is pending, or the time is over. */
    void awaitFates(Instant until) throws IOException, RegisterUnavailableException, InterruptedException {
        while (Instant.now().isBefore(until) && column("ket_qua").contains("pending")) {
            Thread.sleep(500);
        }
    }

    private List<String> column(String name) throws IOException, RegisterUnavailableException {
        Rows rows = new Rows();
        register.mail(MailFilter.newest(MOST), rows);
        return rows.values(name);
    }

    void print(PrintWriter out) throws IOException, RegisterUnavailableException {
        Rows rows = new Rows();
        register.mail(MailFilter.newest(MOST), rows);
        for (int row = rows.size() - 1; row >= 0; row--) {
            out.printf(
                    "  %s  %-7s %-10s %s → %s  %s%n",
                    rows.value(row, "ma_thu"),
                    rows.value(row, "chieu"),
                    rows.value(row, "ket_qua"),
                    rows.value(row, "nguoi_gui_phong_bi"),
                    rows.value(row, "nguoi_nhan"),
                    rows.value(row, "chu_de"));
        }
    }

    /** The entries of this year, and where they are filed. */
    void printIncoming(PrintWriter out, int year) throws IOException, RegisterUnavailableException {
        Rows rows = new Rows();
        register.book(BookFilter.of(Book.INCOMING, year), rows);
        for (int row = 0; row < rows.size(); row++) {
            out.printf(
                    "  Số đến %s  %s  %s  %s%n",
                    rows.value(row, "so_den"),
                    rows.value(row, "so_ky_hieu"),
                    rows.value(row, "tac_gia"),
                    rows.value(row, "ten_loai_va_trich_yeu"));
        }
    }

    /** A report kept in memory. */
    private static final class Rows implements ReportWriter {

        private final List<String> columns = new ArrayList<>();
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        @Override
        public void begin(List<String> names) {
            columns.addAll(names);
        }

        @Override
        public void row(List<@Nullable Object> values) {
            rows.add(new ArrayList<>(values));
        }

        @Override
        public void end() {
            // all rows are here
        }

        int size() {
            return rows.size();
        }

        String value(int row, String column) {
            return String.valueOf(rows.get(row).get(columns.indexOf(column)));
        }

        List<String> values(String column) {
            List<String> values = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                values.add(value(row, column));
            }
            return values;
        }
    }
}
