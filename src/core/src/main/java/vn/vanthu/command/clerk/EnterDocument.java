package vn.vanthu.command.clerk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.Claim;
import vn.vanthu.register.book.Field;
import vn.vanthu.register.book.Registration;
import vn.vanthu.register.book.Source;

/**
 * VÀO SỔ: enters a document that came on paper, or says that an outgoing number went out on paper; paper and electronic
 * share the series.
 */
final class EnterDocument extends ClerkCommand {

    private static final ZoneOffset LOCAL = ZoneOffset.ofHours(7);

    private final Books books;

    EnterDocument(Books books) {
        this.books = books;
    }

    @Override
    public String name() {
        return "VÀO SỔ";
    }

    @Override
    public List<String> aliases() {
        return List.of("Vào sổ đến", "Vào sổ văn bản đến", "Đăng ký đến", "register");
    }

    @Override
    public String help() {
        return "VÀO SỔ\nSố ký hiệu: 123/UBND-VX\nNgày: 20/11/2026\nCơ quan: UBND tỉnh Bình Định\nLoại: Công văn\n"
                + "Trích yếu: Về việc đón đoàn khách quốc tế\nNơi nhận: Phòng Lễ tân\n"
                + "Ngày đến: 23/11/2026   (nếu không phải hôm nay)\n\n"
                + "Văn bản đi phát hành bằng giấy, số đã cấp trước:\n"
                + "VÀO SỔ 05/QĐ-SNgV\nNơi nhận: UBND tỉnh; Lưu: VT\nSố lượng bản: 10\n";
    }

    @Override
    public Answer run(Request request) throws BookException, RegisterUnavailableException {
        NumberWords outgoing =
                NumberWords.read(request.argument(), request.today().getYear());
        if (outgoing.book().equals(Optional.of(Book.OUTGOING))) {
            return issued(request, outgoing);
        }
        Form form = Form.read(request.particulars())
                .needs(Label.CODE, Label.ISSUED_ON, Label.ISSUER, Label.SUBJECT)
                .refuses(Label.UNIT, Label.REASON);
        form.fields()
                .date(Field.ISSUED_ON)
                .filter(day -> day.isAfter(request.today()))
                .ifPresent(day -> form.problem("Ngày văn bản " + Form.show(day) + " còn chưa tới."));
        Instant arrivedAt = arrivedAt(request, form);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        return told(request, books.register(Book.INCOMING, form.fields(), Source.paper(arrivedAt), request.act()));
    }

    /** The number that was reserved is used: the document went out on paper. */
    private Answer issued(Request request, NumberWords words) throws BookException, RegisterUnavailableException {
        Form form = Form.read(request.particulars()).refuses(Label.UNIT, Label.REASON, Label.ARRIVED_ON, Label.CODE);
        Optional<String> wrongNumber = words.problem().isPresent() ? words.problem() : mismatch(books, words);
        wrongNumber.ifPresent(form::problem);
        if (!form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        Source paper = Source.paper(request.submitter().receivedAt());
        Claim claim = books.claim(words.bookNumber(), form.fields(), paper, request.act());
        if (claim instanceof Claim.Claimed claimed) {
            return request.done(
                    "number-issued",
                    "Đã vào sổ văn bản đi, phát hành bằng giấy: " + nameOf(claimed.entry()) + "\n\n"
                            + Form.show(claimed.entry().fields()),
                    "Entered as issued on paper.");
        }
        return request.unclear(List.of(
                claim instanceof Claim.Refused refused
                        ? refused.reason().text()
                        : "Số " + words.bookNumber().text() + " đã vào sổ rồi; muốn đổi nội dung thì dùng lệnh SỬA."));
    }

    private static Instant arrivedAt(Request request, Form form) {
        Optional<LocalDate> day = form.day(Label.ARRIVED_ON);
        if (day.isEmpty() || day.get().equals(request.today())) {
            return request.submitter().receivedAt();
        }
        if (day.get().isAfter(request.today())) {
            form.problem("Ngày đến " + Form.show(day.get()) + " còn chưa tới.");
        }
        return day.get().atTime(LocalTime.NOON).toInstant(LOCAL);
    }

    private static Answer told(Request request, Registration registration) {
        String number = registration.entry().number().text();
        String similar = registration.similar().isEmpty()
                ? ""
                : "\nCHÚ Ý, có thể trùng với (cùng số, ký hiệu và cơ quan):\n"
                        + registration.similar().stream()
                                .map(entry -> "    " + nameOf(entry) + ": "
                                        + entry.fields().get(Field.SUBJECT))
                                .collect(Collectors.joining("\n"))
                        + "\nNếu đúng là trùng: HỦY " + number + " đến, Lý do: trùng.\n";
        return request.done(
                "document-entered",
                "Đã vào sổ văn bản đến. Số đến: " + number + "\n\n    Ngày đến: "
                        + Form.show(registration.entry().arrivedOn()) + "\n"
                        + Form.show(registration.entry().fields()) + similar,
                "Entered as incoming number " + number + "."
                        + (similar.isEmpty() ? "" : " It may be a duplicate, see above."));
    }
}
