package vn.vanthu.command.clerk;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.BookNumber;
import vn.vanthu.register.book.Books;
import vn.vanthu.text.Unaccented;

/** KHÓA SỔ: a year's book takes no new number any more; corrections stay possible. */
final class CloseBook extends ClerkCommand {

    private static final Pattern WHAT = Pattern.compile("(?:van ban |cong van )?(den|di) (?:nam )?(\\d{4})");

    private final Books books;

    CloseBook(Books books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "KHÓA SỔ";
    }

    @Override
    public List<String> aliases() {
        return List.of("close");
    }

    @Override
    public String help() {
        return "KHÓA SỔ ĐẾN 2025   (hoặc: KHÓA SỔ ĐI 2025)\nLý do: đã in và đóng quyển\n";
    }

    @Override
    public Answer run(Request request) throws BookException, RegisterUnavailableException {
        Form form = Form.read(request.particulars()).needs(Label.REASON);
        form.checkReason(form.value(Label.REASON));
        Matcher what = WHAT.matcher(Unaccented.words(request.argument()));
        if (!what.matches()) {
            return request.unclear(List.of("Chưa rõ khóa sổ nào: viết \"đến\" hoặc \"đi\", rồi năm."));
        }
        Book book = Book.ofCode(what.group(1));
        int year = Integer.parseInt(what.group(2));
        String name = nameOf(book) + " năm " + year;
        if (year < 1900 || books.find(new BookNumber(book, year, 1)).isEmpty()) {
            form.problem("Không có " + name + ", hoặc sổ chưa có số nào.");
        }
        if (!isOver(year, request.today())) {
            form.problem("Năm " + year + " chưa hết: sổ còn phải cấp số.");
        }
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        books.close(book, year, request.act().because(form.value(Label.REASON)));
        return request.done(
                "book-closed",
                "Đã khóa " + name + ". Sổ không cấp số mới nữa; vẫn sửa được những số đã có.",
                "The book is closed: it takes no new number.");
    }

    /** From the last day of the year on. */
    private static boolean isOver(int year, LocalDate today) {
        return !today.isBefore(LocalDate.of(year, Month.DECEMBER, 31));
    }
}
