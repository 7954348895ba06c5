package vn.vanthu.command.clerk;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Entry;

/** SỬA: corrects fields of a number; what stood there before stays in the history. */
final class CorrectEntry extends ClerkCommand {

    private final Books books;
    private final Changed changed;

    CorrectEntry(Books books, Changed changed) {
        this.books = books;
        this.changed = changed;
    }

    @Override
    public String name() {
        return "SỬA";
    }

    @Override
    public List<String> aliases() {
        return List.of("Sửa số", "Sửa sổ", "Đính chính", "correct");
    }

    @Override
    public String help() {
        return "SỬA 05 đến   (hoặc: SỬA 05/QĐ-SNgV; năm trước: SỬA 05/2025 đến)\n"
                + "Trích yếu: nội dung đúng   (chỉ ghi những dòng cần sửa)\nLý do: ghi nhầm trích yếu\n";
    }

    @Override
    public Answer run(Request request) throws BookException, RegisterUnavailableException {
        NumberWords words = NumberWords.read(request.argument(), request.today().getYear());
        Form form = Form.read(request.particulars()).needs(Label.REASON);
        form.checkReason(form.value(Label.REASON));
        if (!form.hasFields()) {
            form.problem("Thiếu những dòng cần sửa, ví dụ \"Trích yếu: ...\".");
        }
        form.refuses(Label.UNIT, Label.ARRIVED_ON);
        if (form.has(Label.CODE) && words.book().equals(Optional.of(Book.OUTGOING))) {
            form.problem("Số, ký hiệu của văn bản đi do sổ cấp, không sửa được: hãy hủy số rồi cấp số khác.");
        }
        Optional<String> wrongNumber = words.problem().isPresent() ? words.problem() : mismatch(books, words);
        wrongNumber.ifPresent(form::problem);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        Entry entry =
                books.correct(words.bookNumber(), form::over, request.act().because(form.value(Label.REASON)));
        changed.changed(entry);
        return request.done(
                "entry-corrected",
                "Đã sửa " + nameOf(entry) + ":\n\n" + Form.show(entry.fields()) + "\nLý do: " + form.value(Label.REASON)
                        + "\nNội dung trước khi sửa vẫn được lưu trong lịch sử của số.",
                "Corrected; what stood there before is kept.");
    }
}
