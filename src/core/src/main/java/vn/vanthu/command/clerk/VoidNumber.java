package vn.vanthu.command.clerk;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Entry;

/** HỦY: voids a number; it stays visible and is never given again. */
final class VoidNumber extends ClerkCommand {

    private final Books books;
    private final Changed changed;

    VoidNumber(Books books, Changed changed) {
        this.books = books;
        this.changed = changed;
    }

    @Override
    public String name() {
        return "HỦY";
    }

    @Override
    public List<String> aliases() {
        return List.of("Hủy số", "void");
    }

    @Override
    public String help() {
        return "HỦY 05/QĐ-SNgV   (hoặc: HỦY 05 đến)\nLý do: văn bản không ban hành nữa\n";
    }

    @Override
    public Answer run(Request request) throws BookException, RegisterUnavailableException {
        NumberWords words = NumberWords.read(request.argument(), request.today().getYear());
        Form form = Form.read(request.particulars());
        String reason = reason(form, words.rest());
        form.checkReason(reason);
        if (reason.isEmpty()) {
            form.needs(Label.REASON);
        }
        if (form.hasFields()) {
            form.problem("Lệnh HỦY chỉ nhận số và lý do; muốn đổi nội dung thì dùng lệnh SỬA.");
        }
        // A second run after a crash finds the number voided already: the book then gives the first result.
        Optional<String> wrongNumber = words.problem().isPresent() ? words.problem() : mismatch(books, words);
        wrongNumber.ifPresent(form::problem);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        Entry entry = books.voidNumber(words.bookNumber(), request.act().because(reason));
        changed.changed(entry);
        return request.done(
                "number-voided",
                "Đã hủy " + nameOf(entry) + ".\n\nLý do: " + reason
                        + "\nSố vẫn nằm trong sổ, ghi là đã hủy, và không cấp lại cho văn bản khác.",
                "Voided; the number stays in the book and is never given again.");
    }

    /** From its own line, or behind the number. */
    private static String reason(Form form, String rest) {
        return form.has(Label.REASON)
                ? form.value(Label.REASON)
                : rest.replaceFirst("(?iu)^[-–,;:( ]*(?:l[ýíyi] do|vì|do)?\\s*:?\\s*", "")
                        .strip();
    }
}
