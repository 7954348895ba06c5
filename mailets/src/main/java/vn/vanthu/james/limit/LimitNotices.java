package vn.vanthu.james.limit;

import vn.vanthu.approval.flow.ApprovalWords;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.question.Question;

/** The words of the mails about a stop: Vietnamese first, English below. */
final class LimitNotices {

    private static final String CLAUSE = "Căn cứ: " + SendingLimits.CLAUSE + " của Quy chế.";

    private LimitNotices() {}

    static String stoppedSubject(Question stop) {
        return "Tài khoản bị dừng gửi thư ra ngoài (" + stop.code() + ")";
    }

    static String stopped(HeldMail held) {
        return "Từ " + ApprovalWords.time(held.heldAt())
                + ", thư anh/chị gửi ra ngoài cơ quan được GIỮ LẠI, chưa đến người nhận, không mất.\n\nLý do: "
                + held.reason() + "\n\n"
                + "Thư trong cơ quan vẫn gửi được; thư gửi cả trong lẫn ngoài cơ quan thì chờ. Văn phòng đã được báo và là nơi mở lại.\n\n"
                + "Việc cần làm: nếu chính anh/chị gửi, báo Chánh Văn phòng. Nếu KHÔNG phải anh/chị"
                + " gửi: tài khoản đã bị người khác dùng, báo ngay Chánh Văn phòng và quản trị để khóa"
                + " và đổi mật khẩu.\n\n" + CLAUSE
                + "\n\n--\nYour mail to the outside is held since your account sent more than is allowed. Nothing is"
                + " lost. Only the Office can lift this. If it was not you who sent, tell the Office at once.\n";
    }

    static String askSubject(Question stop) {
        return "Dừng gửi thư: tài khoản " + stop.requester() + " (" + stop.code() + ")";
    }

    static String ask(HeldMail held, Question stop) {
        return "Tài khoản " + stop.requester() + " bị dừng gửi thư ra ngoài. Thư của tài khoản này được giữ lại.\n\n"
                + "Lý do: " + held.reason() + "\n" + "Thư đầu tiên bị giữ: " + held.subject() + " (" + held.mailId()
                + ")\nSố người nhận của thư này: "
                + held.envelope().recipients().size() + "\nMáy gửi: "
                + held.submission().clientAddress() + "\n\n"
                + "Việc cần làm: hỏi người dùng tài khoản (qua điện thoại) có phải"
                + " chính người đó gửi không, rồi trả lời (Reply) thư này từ hộp"
                + " thư của mình, dòng đầu ghi một trong các lệnh:\n\n"
                + "    MỞ    (đúng việc cơ quan: gửi các thư đang giữ, cho gửi"
                + " tiếp)\n"
                + "    BỎ    (không phải: bỏ các thư đang giữ, tài khoản vẫn bị"
                + " dừng)\n\n"
                + "Nếu tài khoản bị người khác dùng: đề nghị quản trị khóa (vanthu"
                + " user lock) và đổi mật khẩu.\n\n"
                + CLAUSE
                + "\n\n"
                + "--\n"
                + "The account above sent more than is allowed; its mail to the outside is held. Ask its owner by"
                + " telephone. Reply with LIFT to send what is held and let the account go on, or DROP to drop it.\n";
    }

    static String againSubject(Question stop) {
        return "Vẫn dừng gửi thư: tài khoản " + stop.requester() + " (" + stop.code() + ")";
    }

    static String again(Question stop) {
        return "Các thư đã giữ của " + stop.requester() + " đã bỏ; tài khoản vẫn bị dừng gửi thư ra ngoài.\n\n"
                + "Việc cần làm: khi đã khóa kẻ dùng trộm và đổi mật khẩu, hoặc khi biết chắc chính người đó gửi, trả lời"
                + " (Reply) thư này từ hộp thư của mình, dòng đầu ghi:\n\n    MỞ    (cho gửi tiếp)\n\n" + CLAUSE
                + "\n\n--\nWhat was held was dropped; the account stays stopped. Reply to this mail with LIFT when it may"
                + " send again.\n";
    }

    static String decidedSubject(Question stop, HoldDecision decision) {
        return (decision.outcome().equals("released") ? "Đã mở gửi thư: " : "Đã bỏ thư bị giữ: ") + stop.requester()
                + " (" + stop.code() + ")";
    }

    static String decided(Question stop, HoldDecision decision) {
        boolean released = decision.outcome().equals("released");
        return (released
                        ? "Tài khoản " + stop.requester()
                                + " được gửi thư ra ngoài trở lại; các thư đã giữ đang được gửi."
                        : "Các thư đã giữ của " + stop.requester()
                                + " KHÔNG được gửi; tài khoản vẫn bị dừng gửi ra ngoài.")
                + "\n\nNgười quyết định: " + decision.login() + " lúc " + ApprovalWords.time(decision.at())
                + (decision.text().isEmpty() ? "" : "\nÝ kiến: " + decision.text()) + "\n\n" + CLAUSE + "\n\n--\n"
                + (released ? "The account may send again." : "What was held was dropped; the account stays stopped.")
                + "\n";
    }
}
