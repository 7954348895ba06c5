package vn.vanthu.approval.flow;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.question.Answered;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Question;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;

/** RÚT: the sender of a held mail takes it back. His notice is a question that he need not answer. */
public final class WithdrawTopic implements Topic {

    /** The topic's code. */
    public static final String TOPIC = "withdraw";

    private final HeldMails mails;
    private final ApprovalFlow flow;

    public WithdrawTopic(HeldMails mails, ApprovalFlow flow) {
        this.mails = mails;
        this.flow = flow;
    }

    @Override
    public String code() {
        return TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) {
        return List.of(new Withdraw());
    }

    @Override
    public void remind(Question question) {
        // nobody waits for it
    }

    @Override
    public void expire(Question question) {
        // its end is far beyond that of the approval
    }

    private final class Withdraw implements Reply {

        @Override
        public String name() {
            return "RÚT";
        }

        @Override
        public List<String> aliases() {
            return List.of("Rút lại", "Rút thư", "Thu hồi", "withdraw");
        }

        @Override
        public String clause() {
            return ApprovalReply.CLAUSE;
        }

        @Override
        public String help() {
            return "RÚT\n";
        }

        @Override
        public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
            Optional<HeldMail> held = mails.find(asked.question().mailId(), Purpose.APPROVAL);
            if (held.isEmpty()) {
                return request.unclear(List.of("Thư này không được giữ để chờ duyệt."));
            }
            String login = request.person().address();
            Answered withdrawal = new Answered(
                    "withdrawn",
                    login,
                    request.submitter().mailId().value(),
                    request.argument(),
                    request.submitter().receivedAt());
            Optional<Answered> stands = flow.withdraw(held.get(), withdrawal);
            if (stands.filter(answer -> answer.isBy(login, "withdrawn")).isEmpty()) {
                return asked.tooLate(
                        request, stands.map(ApprovalWords::whatStands).orElse("Chưa có ai được hỏi."));
            }
            return request.done(
                    "withdrawn",
                    "Đã rút thư " + held.get().mailId() + " (" + held.get().subject()
                            + "). Thư không được gửi cho ai; người duyệt được báo là không cần quyết định nữa.",
                    "Withdrawn: the mail is sent to nobody.");
        }
    }
}
