package vn.vanthu.command.clerk;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Attachment;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.book.Books;
import vn.vanthu.text.Unaccented;

/** IN SỔ: a year's book as a file to print and bind. */
final class PrintBook extends ClerkCommand {

    private static final Pattern WHAT = Pattern.compile("(?:van ban |cong van )?(den|di)(?: (?:nam )?(\\d{4}))?");
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final Books books;
    private final BookReports reports;

    PrintBook(Books books, BookReports reports) {
        this.books = books;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "IN SỔ";
    }

    @Override
    public List<String> aliases() {
        return List.of("print");
    }

    @Override
    public String help() {
        return "IN SỔ ĐẾN 2026   (hoặc: IN SỔ ĐI 2026; không ghi năm là năm nay)\n";
    }

    @Override
    public Answer run(Request request) throws RegisterUnavailableException {
        Matcher what = WHAT.matcher(Unaccented.words(request.argument()));
        if (!what.matches()) {
            return request.unclear(List.of("Chưa rõ in sổ nào: viết \"đến\" hoặc \"đi\", rồi năm."));
        }
        Book book = Book.ofCode(what.group(1));
        int year = what.group(2) == null ? request.today().getYear() : Integer.parseInt(what.group(2));
        String name = nameOf(book) + " năm " + year;
        if (year < 1900 || books.find(new BookNumber(book, year, 1)).isEmpty()) {
            return request.unclear(List.of("Không có " + name + ", hoặc sổ chưa có số nào."));
        }
        String file = "so-van-ban-" + book.code() + "-" + year + ".xlsx";
        return request.done("book-printed", "Gửi kèm " + name + " (tệp " + file + ").", "The book is attached.")
                .with(new Attachment(file, XLSX, reports.workbook(book, year)));
    }
}
