package vn.vanthu.command.clerk;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.question.Answered;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Question;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.WaitingDocument;

/** KHÔNG VÀO SỔ as a reply: the mail stays where it is, without a number. */
final class RejectWaiting implements Reply {

    private static final String OUTCOME = "rejected";

    private final Arrivals arrivals;
    private final Books books;

    RejectWaiting(Arrivals arrivals, Books books) {
        this.arrivals = arrivals;
        this.books = books;
    }

    @Override
    public String name() {
        return "KHÔNG VÀO SỔ";
    }

    @Override
    public List<String> aliases() {
        return List.of("Không đăng ký", "Không", "Bỏ qua", "reject", "no");
    }

    @Override
    public String clause() {
        return "Điều 8 khoản 1 điểm a";
    }

    @Override
    public String help() {
        return "KHÔNG VÀO SỔ\nLý do: thư quảng cáo\n";
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        Form form = Form.read(request.particulars());
        String reason = form.value(Label.REASON).isEmpty() ? request.argument() : form.value(Label.REASON);
        if (reason.isBlank()) {
            form.problem("Thiếu dòng \"Lý do:\".");
        }
        form.checkReason(reason);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        Optional<Answered> mine = asked.close(request, OUTCOME, reason);
        if (mine.isEmpty()) {
            return asked.tooLate(request, "Văn bản này đã được xử lý trước đó.");
        }
        Question question = asked.question();
        Optional<WaitingDocument> waiting = arrivals.waited(question.mailId(), question.name());
        if (waiting.isPresent()) {
            books.decided(
                    waiting.get(),
                    WaitingDocument.State.REJECTED,
                    request.person().address());
        }
        return request.done(
                "document-not-entered",
                "Không vào sổ. Thư vẫn ở hộp thư, không có số đến.\n\n    Lý do: "
                        + mine.get().text() + "\n",
                "Not entered. The mail stays in the mailbox, without a number.");
    }
}
