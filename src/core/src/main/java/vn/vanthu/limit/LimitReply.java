package vn.vanthu.limit;

import java.util.List;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Reply;
import vn.vanthu.register.RegisterUnavailableException;

/** What the Office answers about a stopped login. */
record LimitReply(
        String name, List<String> aliases, String outcome, String help, String code, String text, String english)
        implements Reply {

    static Reply lift() {
        return new LimitReply(
                "MỞ",
                List.of("Mở khóa", "Cho gửi", "Lift"),
                Stops.LIFTED,
                "MỞ\n(tài khoản được gửi tiếp, các thư đang giữ được gửi đi)\n",
                "limit-lifted",
                "Tài khoản %s được gửi tiếp; các thư đang giữ sẽ được gửi đi.",
                "The account may send again; what was held goes out.");
    }

    static Reply drop() {
        return new LimitReply(
                "BỎ",
                List.of("Bỏ thư", "Hủy thư", "Drop"),
                Stops.DROPPED,
                "BỎ\n(các thư đang giữ không được gửi; tài khoản vẫn bị dừng cho đến khi có người trả lời MỞ)\n",
                "limit-dropped",
                "Các thư đang giữ của %s không được gửi; tài khoản vẫn bị dừng. Một thư mới gửi tới, trả lời MỞ thư đó khi cho gửi tiếp. Nếu tài khoản bị lạm dụng: đề nghị quản"
                        + " trị khóa và đổi mật khẩu ngay.",
                "What was held is dropped; the account stays stopped.");
    }

    @Override
    public String clause() {
        return SendingLimits.CLAUSE;
    }

    @Override
    public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
        if (asked.close(request, outcome, request.argument()).isEmpty()) {
            return asked.tooLate(request, "Người khác đã quyết định về tài khoản này.");
        }
        return request.done(code, String.format(text, asked.question().requester()), english);
    }
}
