package vn.vanthu.command.clerk;

import java.util.List;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Question;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.Arrival;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.DocumentFields;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Source;
import vn.vanthu.register.book.WaitingDocument;
import vn.vanthu.registration.DocumentKey;
import vn.vanthu.registration.LateFiling;

/** VÀO SỔ as a reply: enters the document that waits, with the lines that the clerk corrected. */
final class EnterWaiting implements Reply {

    static final String OUTCOME = "registered";

    private static final String SEVERAL =
            "Mục này là nhiều văn bản của một thư, mỗi văn bản phải có số đến riêng: chuyển"
                    + " tiếp từng văn bản hoặc gửi lệnh VÀO SỔ tới địa chỉ sổ cho từng văn bản; xong thì trả lời KHÔNG VÀO SỔ.";

    private final Arrivals arrivals;
    private final Books books;
    private static final String NOT_FILED =
            "\nCHÚ Ý: không lưu được tệp vào kho, vì bản gốc giữ trên máy chủ đã mất hoặc đã bị sửa. Hãy lưu tay từ hộp thư"
                    + " và báo quản trị viên.\n";

    private final LateFiling filing;

    EnterWaiting(Arrivals arrivals, Books books, LateFiling filing) {
        this.arrivals = arrivals;
        this.books = books;
        this.filing = filing;
    }

    @Override
    public String name() {
        return "VÀO SỔ";
    }

    @Override
    public List<String> aliases() {
        return List.of("Vào sổ đến", "Đăng ký", "Đúng", "Đồng ý", "register", "ok");
    }

    @Override
    public String clause() {
        return "Điều 8 khoản 1 điểm a";
    }

    @Override
    public String help() {
        return "VÀO SỔ\nTrích yếu: ...   (chỉ ghi những dòng cần sửa hoặc bổ sung)\n";
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws BookException, RegisterUnavailableException {
        Question question = asked.question();
        if (question.name().equals(DocumentKey.REST)) {
            return request.unclear(List.of(SEVERAL));
        }
        WaitingDocument waiting = arrivals.waited(question.mailId(), question.name())
                .orElseThrow(() -> new IllegalStateException("nothing waits: " + question.code()));
        Form form = Form.read(request.particulars()).refuses(Label.UNIT, Label.REASON, Label.ARRIVED_ON);
        DocumentFields fields = form.over(DocumentLines.read(waiting.readable()));
        check(form, fields, request);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        if (asked.close(request, OUTCOME, "").isEmpty()) {
            return asked.tooLate(request, "Văn bản này đã được xử lý trước đó.");
        }
        Arrival arrival = enter(request, question, waiting, fields);
        return told(request, arrival, filing.file(question.mailId()));
    }

    private static void check(Form form, DocumentFields fields, Request request) {
        for (Label label : List.of(Label.CODE, Label.ISSUED_ON, Label.ISSUER, Label.SUBJECT)) {
            if (fields.get(label.field().orElseThrow()).isEmpty()) {
                form.problem("Thiếu dòng \"" + label.text() + ":\".");
            }
        }
        fields.date(Field.ISSUED_ON)
                .filter(day -> day.isAfter(request.today()))
                .ifPresent(day -> form.problem("Ngày văn bản " + Form.show(day) + " còn chưa tới."));
    }

    private Arrival enter(Request request, Question question, WaitingDocument waiting, DocumentFields fields)
            throws BookException, RegisterUnavailableException {
        Source source = new Source(
                waiting.arrivedAt(), waiting.mailbox(), question.mailId().value(), question.about());
        Act act = Act.by(request.person().address(), DocumentKey.act(question.mailId(), question.name()));
        Arrival arrival = arrivals.arrive(fields, source, act);
        books.decided(
                waiting, WaitingDocument.State.REGISTERED, request.person().address());
        return arrival;
    }

    private static Answer told(Request request, Arrival arrival, boolean filed) {
        String number = arrival.entry().number().text();
        boolean again = arrival instanceof Arrival.CameAgain;
        String text = again
                ? "Văn bản này đã có trong sổ văn bản đến. Số đến: " + number
                        + "\nKhông cấp số thứ hai; lần đến này được ghi vào lịch sử của số đó.\n\n"
                : "Đã vào sổ văn bản đến. Số đến: " + number + "\n\n    Ngày đến: "
                        + Form.show(arrival.entry().arrivedOn()) + "\n";
        return new Answer(
                Decision.deliver(Reason.of("document-entered", request.command().clause(), "Số đến: " + number)),
                text + Form.show(arrival.entry().fields()) + (filed ? "" : NOT_FILED) + "\nMuốn sửa: gửi lệnh SỬA "
                        + number + " đến.\n",
                again
                        ? "It is in the book already, as incoming number " + number + "; no second number was given."
                        : "Entered as incoming number " + number + " of the book " + Book.INCOMING.code() + "."
                                + (filed ? "" : " It could not be filed: its kept bytes are gone or were changed."),
                List.of());
    }
}
