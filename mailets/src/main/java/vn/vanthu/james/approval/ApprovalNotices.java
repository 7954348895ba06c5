package vn.vanthu.james.approval;

import vn.vanthu.approval.flow.ApprovalWords;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.question.Question;

/** The words of an approval's mails: Vietnamese first, English below. */
final class ApprovalNotices {

    private static final String CLAUSE = "Căn cứ: Điều 7 khoản 1, Điều 8 khoản 2 của Quy chế.";

    private ApprovalNotices() {}

    static String heldSubject(HeldMail held) {
        return "Đang chờ duyệt: " + held.subject() + " (" + held.mailId() + ")";
    }

    static String held(HeldMail held, Question question, String asked, String numberProblem, boolean mayWithdraw) {
        String number = numberProblem.isEmpty()
                ? ""
                : "\nSố văn bản: " + numberProblem + " Văn thư đang được hỏi; thư chỉ đi sau khi văn thư giải quyết.";
        return "Thư của anh/chị CHƯA được gửi: thư nhân danh cơ quan, đơn vị nên phải được lãnh đạo duyệt trước.\n\n"
                + facts(held) + "Người duyệt: " + asked + "\nHạn trả lời: " + until(question) + "\nLý do giữ: "
                + held.reason() + number
                + "\n\nViệc cần làm: chờ quyết định, hệ thống sẽ báo. " + withdrawal(mayWithdraw) + CLAUSE
                + "\n\n--\nYour mail was not sent yet: it speaks for the office"
                + " and waits for the approval of the person named above." + withdrawalInEnglish(mayWithdraw);
    }

    private static String withdrawal(boolean may) {
        return may
                ? "Muốn rút thư lại: trả lời thư này, dòng đầu ghi\n\n    RÚT\n\n"
                : "Muốn rút thư lại: liên hệ người duyệt hoặc Văn phòng (tài khoản này chưa có trong danh sách nhân sự).\n\n";
    }

    private static String withdrawalInEnglish(boolean may) {
        return may
                ? " To take it back, reply with WITHDRAW in the first line.\n"
                : " To take it back, tell the approver or the Office: your account is nobody's of the organization.\n";
    }

    static String nobody(HeldMail held, String until, boolean mayWithdraw) {
        return "Thư của anh/chị CHƯA được gửi: thư nhân danh cơ quan, đơn vị nên phải được lãnh đạo duyệt trước, nhưng hiện"
                + " không có ai duyệt được (người duyệt đều vắng, hoặc là chính anh/chị). Văn phòng đã được báo.\n\n"
                + facts(held) + "Chờ người duyệt đến: " + until
                + "\n\nViệc cần làm: liên hệ Văn phòng; có người duyệt thì thư tự được trình, quá hạn trên thì thư được"
                + " trả lại. " + withdrawal(mayWithdraw) + CLAUSE
                + "\n\n--\nYour mail was not sent yet: it speaks for the office, and everybody who could approve it is away"
                + " or is yourself." + withdrawalInEnglish(mayWithdraw);
    }

    static String askSubject(HeldMail held, boolean urgent) {
        return (urgent ? "[HỎA TỐC] " : "") + "Đề nghị duyệt: " + held.subject() + " (" + held.mailId() + ")";
    }

    static String ask(HeldMail held, Question question, String summary, String asked) {
        return "Kính gửi: " + asked
                + "\n\nThư dưới đây nhân danh cơ quan, đơn vị và chờ anh/chị duyệt. Chưa ai nhận được"
                + " thư. Nguyên văn thư kèm theo thông báo này.\n\n" + facts(held) + "Hạn trả lời: " + until(question)
                + "\n\n" + summary.stripTrailing() + "\n\n" + how() + CLAUSE
                + "\n\n"
                + "--\n"
                + "The attached mail speaks for the office and waits for your approval; nobody has received it. Reply"
                + " with APPROVE, REJECT and why, REQUEST CHANGES and which, or FORWARD and to whom, in the first"
                + " line. Your approval holds for exactly these bytes and recipients.\n";
    }

    static String remind(HeldMail held, Question question, String summary, boolean last) {
        String then = last ? "thư được trả lại người trình." : "người kế tiếp, nếu còn, cũng được hỏi.";
        return "Thư sau vẫn đang chờ anh/chị duyệt, đến " + until(question) + ". Quá hạn, " + then + "\n\n"
                + facts(held) + "\n" + summary.stripTrailing()
                + "\n\n"
                + how() + CLAUSE + "\n\n--\nA reminder: the attached mail still waits for your decision.\n";
    }

    static String clerkSubject(HeldMail held, boolean urgent) {
        return (urgent ? "[HỎA TỐC] " : "") + "Kiểm tra số văn bản đi: " + held.subject() + " (" + held.mailId() + ")";
    }

    static String clerk(HeldMail held, Question question, String problem, String asked) {
        return "Kính gửi: " + asked + "\n\nVăn bản trong thư kèm theo ghi số không khớp với sổ văn bản đi: " + problem
                + "\nThư được giữ, chưa gửi cho ai; lãnh đạo duyệt rồi cũng chỉ gửi sau khi số được giải quyết.\n\n"
                + facts(held) + "Hạn trả lời: " + until(question)
                + "\n\n"
                + "Việc cần làm: trả lời (Reply) thư này, dòng đầu ghi một trong các lệnh:\n\n"
                + "    KIỂM TRA LẠI            (sau khi đã sửa sổ: hủy, sửa hoặc giữ số)\n"
                + "    CHẤP NHẬN <lý do>       (số đúng, sổ không cần ghi gì thêm)\n"
                + "    TRẢ LẠI <lý do>         (người trình phải sửa văn bản)\n\n"
                + "Căn cứ: Điều 8 khoản 2 của Quy chế; Nghị định 30/2020/NĐ-CP, Điều 15.\n\n"
                + "--\n"
                + "The number in the attached document does not fit the outgoing book; the mail waits. Reply with"
                + " CHECK AGAIN, ACCEPT and why, or RETURN and why, in the first line.\n";
    }

    private static String how() {
        return "Việc cần làm: trả lời (Reply) thư này từ hộp thư của mình, dòng đầu ghi một trong các lệnh:\n\n"
                + "    DUYỆT\n    TỪ CHỐI <lý do>\n    YÊU CẦU SỬA <cần sửa gì>\n    CHUYỂN <tên hộp thư người quyết"
                + " định>\n\nCó dấu hay không dấu đều được. Duyệt là cho gửi đúng nguyên văn bản kèm theo tới đúng các"
                + " nơi nêu trên.\n";
    }

    static String decidedSubject(HeldMail held, HoldDecision decision) {
        return switch (decision.outcome()) {
                    case "released" -> "Đã duyệt và gửi: ";
                    case "rejected" -> "Không được duyệt: ";
                    case "changes_requested" -> "Yêu cầu sửa: ";
                    case "withdrawn" -> "Đã rút: ";
                    default -> "Hết hạn duyệt: ";
                } + held.subject() + " (" + held.mailId() + ")";
    }

    static String decided(HeldMail held, HoldDecision decision, String who) {
        String what =
                switch (decision.outcome()) {
                    case "released" -> "Thư của anh/chị đã được duyệt và đang được gửi đúng nguyên văn.";
                    case "rejected" ->
                        "Thư của anh/chị KHÔNG được duyệt và không được gửi cho ai.\n\n"
                                + "Việc cần làm: xem lý do bên dưới; nếu vẫn cần gửi, soạn lại và gửi lại thư để trình"
                                + " lại.";
                    case "changes_requested" ->
                        "Thư của anh/chị phải sửa; bản này không được gửi cho ai.\n\nViệc cần làm: sửa theo ý kiến bên"
                                + " dưới rồi gửi lại thư; bản sửa được trình như một bản mới.";
                    case "withdrawn" -> "Thư đã được rút lại và không được gửi cho ai.";
                    default ->
                        "Hết hạn mà chưa có ai quyết định; thư không được gửi cho ai.\n\nViệc cần làm: liên hệ người"
                                + " duyệt hoặc Văn phòng, rồi gửi lại thư để trình lại.";
                };
        return what + "\n\n" + facts(held) + decision(decision, who) + "\n" + CLAUSE + "\n\n--\n" + english(decision)
                + "\n";
    }

    static String closed(HeldMail held, HoldDecision decision, String who) {
        return "Thư sau đã có quyết định; anh/chị không cần trả lời nữa.\n\n" + facts(held) + decision(decision, who)
                + "\n" + CLAUSE + "\n\n--\nThis mail was decided; you need not answer any more.\n";
    }

    private static String decision(HoldDecision decision, String who) {
        return "Quyết định: " + ApprovalWords.nameOf(decision.outcome()) + (who.isEmpty() ? "" : ", " + who) + ", lúc "
                + ApprovalWords.time(decision.at()) + "\n"
                + (decision.text().isEmpty() ? "" : "Ý kiến: " + decision.text() + "\n");
    }

    private static String english(HoldDecision decision) {
        return switch (decision.outcome()) {
            case "released" -> "Your mail was approved and is being sent exactly as it was.";
            case "rejected" -> "Your mail was not approved and goes to nobody; the reason stands above.";
            case "changes_requested" -> "Please change your mail as told above and send it again.";
            case "withdrawn" -> "Your mail was withdrawn and goes to nobody.";
            default -> "Nobody decided in time; your mail goes to nobody. You may send it again.";
        };
    }

    static String office(HeldMail held, String what) {
        return "Một thư chờ duyệt " + what + ".\n\n" + facts(held)
                + "\n"
                + "Việc cần làm: liên hệ người duyệt; nếu người duyệt vắng hoặc đã thôi việc, đề nghị quản trị cập"
                + " nhật phân công trong organization.xml (thư tự chuyển tới người mới), hoặc người trình rút thư.\n\n"
                + CLAUSE
                + "\n\n"
                + "--\n"
                + "A mail waits for an approval that nobody gives. Please see to it that somebody may approve.\n";
    }

    static String damaged(HeldMail held) {
        return "Bản lưu của một thư đang giữ để duyệt bị mất hoặc đã bị thay đổi, nên thư CHƯA được gửi và không thể gửi"
                + " như hiện nay, dù đã được duyệt hay chưa.\n\n" + facts(held)
                + "\nViệc cần làm: Văn phòng báo ngay quản trị khôi phục tệp từ bản sao lưu (thư tự đi tiếp khi tệp đúng"
                + " nguyên văn trở lại) và tìm nguyên nhân; nếu không khôi phục được, người trình gửi lại thư để trình"
                + " lại.\n\n" + CLAUSE
                + "\n\n--\nThe stored bytes of a held mail are lost or altered, so it cannot be sent, approved or not."
                + " Please have the administrator restore them from a backup, or send the mail again.\n";
    }

    private static String facts(HeldMail held) {
        return "Chủ đề: " + held.subject() + "\nNgười trình: "
                + (held.submission().login().isEmpty()
                        ? held.envelope().sender()
                        : held.submission().login())
                + "\nGửi từ: " + held.envelope().sender() + "\nGửi tới: "
                + String.join(", ", held.envelope().recipients()) + "\nMã thư: " + held.mailId() + "\nSHA-256 của thư: "
                + held.content().sha256() + " (" + held.content().size() + " byte)\nMã phiên bản (thư và nơi nhận): "
                + held.version() + "\n";
    }

    private static String until(Question question) {
        return ApprovalMailer.until(question);
    }
}
