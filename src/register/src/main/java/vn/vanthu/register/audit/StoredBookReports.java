package vn.vanthu.register.audit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.store.RegisterSettings;

/** Reads the books as auditors do, with a connection for each question. */
public final class StoredBookReports implements BookReports {

    private final RegisterSettings settings;
    private final Supplier<String> agency;

    /** @param agency the agency's name, for the cover */
    public StoredBookReports(RegisterSettings settings, Supplier<String> agency) {
        this.settings = settings;
        this.agency = agency;
    }

    @Override
    public byte[] workbook(Book book, int year) throws RegisterUnavailableException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        query(audit ->
                audit.book(BookFilter.of(book, year).current(), new BookWorkbook(out, book, year, agency.get())));
        return out.toByteArray();
    }

    @Override
    public List<Found> search(String words, int limit) throws RegisterUnavailableException {
        List<Found> found = new ArrayList<>();
        query(audit -> audit.search(words, limit, new Collector(found)));
        return found;
    }

    @FunctionalInterface
    private interface Query {
        void run(AuditDatabase audit) throws IOException, RegisterUnavailableException;
    }

    private void query(Query query) throws RegisterUnavailableException {
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            query.run(audit);
        } catch (ConfigurationException e) {
            throw new RegisterUnavailableException("the register cannot be read: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is written to but memory", e);
        }
    }

    /** Keeps what was found in the books; the mail log is for auditors. */
    private record Collector(List<Found> found) implements ReportWriter {

        @Override
        public void begin(List<String> columns) {}

        @Override
        public void row(List<@Nullable Object> values) {
            String kind = String.valueOf(values.get(0));
            if (!kind.equals("thu")) {
                found.add(new Found(
                        Book.ofCode(kind),
                        String.valueOf(values.get(1)),
                        String.valueOf(values.get(3)).strip()));
            }
        }

        @Override
        public void end() {}
    }
}
