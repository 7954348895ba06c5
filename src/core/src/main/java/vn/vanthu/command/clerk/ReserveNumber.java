package vn.vanthu.command.clerk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Unit;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;
import vn.vanthu.register.book.Books;
import vn.vanthu.register.book.DocumentTypes;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.book.OutgoingCode;
import vn.vanthu.text.Unaccented;

/** CẤP SỐ: takes the next outgoing number before the document is signed. */
final class ReserveNumber extends ClerkCommand {

    private final Books books;
    private final Duration lapsesAfter;

    ReserveNumber(Books books, Duration lapsesAfter) {
        this.books = books;
        this.lapsesAfter = lapsesAfter;
    }

    @Override
    public String name() {
        return "CẤP SỐ";
    }

    @Override
    public List<String> aliases() {
        return List.of("Xin cấp số", "Xin số", "Lấy số", "reserve");
    }

    @Override
    public String help() {
        return "CẤP SỐ\nLoại: Quyết định\nTrích yếu: Về việc ban hành Quy chế làm việc\nNgười ký: Nguyễn Văn A\n"
                + "Đơn vị soạn thảo: VP   (chỉ cần cho công văn)\n";
    }

    @Override
    public Answer run(Request request) throws BookException, RegisterUnavailableException {
        Form form = Form.read(request.particulars())
                .needs(Label.TYPE, Label.SUBJECT, Label.SIGNER)
                .refuses(Label.CODE, Label.ARRIVED_ON, Label.REASON);
        Optional<DocumentTypes.Type> type = Form.type(form.value(Label.TYPE));
        if (type.isEmpty() && !form.value(Label.TYPE).isEmpty()) {
            form.problem("Không có loại văn bản \"" + form.value(Label.TYPE) + "\" (Nghị định 30/2020/NĐ-CP).");
        }
        Optional<Unit> unit = unit(request, form.value(Label.UNIT));
        if (unit.isEmpty() && !form.value(Label.UNIT).isEmpty()) {
            form.problem("Không có đơn vị \"" + form.value(Label.UNIT) + "\".");
        }
        if (type.isEmpty() || !form.problems().isEmpty()) {
            return request.unclear(form.problems());
        }
        String symbols = OutgoingCode.symbols(
                type.get(),
                request.organization().agency().symbol(),
                unit.map(Unit::symbol).orElse(""));
        return told(request, books.reserve(form.fields(), symbols, lapsesAfter, request.act()));
    }

    /** The one that was named; else the unit of who asks. */
    private static Optional<Unit> unit(Request request, String named) {
        Organization organization = request.organization();
        if (named.isEmpty()) {
            return organization.unitOf(request.person());
        }
        String words = Unaccented.words(named);
        return organization.units().stream()
                .filter(unit -> List.of(unit.id(), unit.symbol(), unit.name()).stream()
                        .anyMatch(name -> Unaccented.words(name).equals(words)))
                .findFirst();
    }

    private Answer told(Request request, Entry entry) {
        return request.done(
                "number-reserved",
                "Đã cấp số: " + entry.code() + "\n\n" + Form.show(entry.fields())
                        + "\nSố được giữ trong " + lapsesAfter.toDays()
                        + " ngày. Quá hạn mà không dùng, số tự hủy và không cấp lại.",
                "Number reserved: " + entry.code() + ", kept for " + lapsesAfter.toDays() + " days.");
    }
}
