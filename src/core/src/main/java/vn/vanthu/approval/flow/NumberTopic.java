package vn.vanthu.approval.flow;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.question.Answered;
import vn.vanthu.question.AskedQuestion;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Reply;
import vn.vanthu.question.Topic;
import vn.vanthu.register.RegisterUnavailableException;

/** What the clerk answers about a number that cannot stand: looked at again, accepted as it is, or sent back. */
public final class NumberTopic implements Topic {

    /** The topic's code. */
    public static final String TOPIC = "number";

    static final String CLAUSE = "Điều 8 khoản 2; Nghị định 30/2020/NĐ-CP, Điều 15";

    /** Why a mail went back whose number nobody settled. */
    static final String UNSETTLED = "văn thư chưa giải quyết số văn bản";

    private static final String ELSEWHERE =
            "Thư được giữ ở một máy chủ khác của hệ thống, nên máy chủ này không đọc lại"
                    + " được: đề nghị gửi lệnh này qua máy chủ đã nhận thư, hoặc, khi sổ đã đúng, trả lời CHẤP NHẬN <lý do>.";

    private static final String DAMAGED =
            "Bản lưu của thư bị mất hoặc đã bị thay đổi, nên không đọc lại được: đề nghị báo"
                    + " ngay quản trị khôi phục tệp từ bản sao lưu rồi gửi lại lệnh, hoặc TRẢ LẠI <lý do> để người trình gửi lại.";

    private final HeldMails mails;
    private final HeldContent contents;
    private final Questions questions;
    private final OutgoingNumbers numbers;
    private final NumberDesk desk;
    private final ApprovalFlow flow;
    private final ApprovalPost post;
    private final Clock clock;

    public NumberTopic(
            HeldMails mails,
            HeldContent contents,
            Questions questions,
            OutgoingNumbers numbers,
            NumberDesk desk,
            ApprovalFlow flow,
            ApprovalPost post,
            Clock clock) {
        this.mails = mails;
        this.contents = contents;
        this.questions = questions;
        this.numbers = numbers;
        this.desk = desk;
        this.flow = flow;
        this.post = post;
        this.clock = clock;
    }

    @Override
    public String code() {
        return TOPIC;
    }

    @Override
    public List<Reply> replies(Question question) throws RegisterUnavailableException {
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        return held.isEmpty()
                ? List.of()
                : List.of(new LookAgain(held.get()), new Accept(held.get()), new SendBack(held.get()));
    }

    @Override
    public void remind(Question question) throws RegisterUnavailableException, NotToldException {
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        if (held.isPresent() && mails.decision(held.get()).isEmpty()) {
            post.askClerk(held.get(), question, desk.problem(held.get()).orElse(""), true);
        }
    }

    /** The clerk was silent as long as an approval may take at most: the mail goes back. */
    @Override
    public void expire(Question question) throws RegisterUnavailableException {
        Answered silence = new Answered(ApprovalFlow.EXPIRED, "", "", UNSETTLED, clock.instant());
        Optional<HeldMail> held = mails.find(question.mailId(), Purpose.APPROVAL);
        if (held.isPresent() && mails.decision(held.get()).isEmpty() && desk.isOpen(held.get())) {
            flow.end(held.get(), silence);
        }
        questions.close(question, silence);
    }

    /** KIỂM TRA LẠI: after the clerk put the book right. */
    private final class LookAgain implements Reply {

        private final HeldMail held;

        LookAgain(HeldMail held) {
            this.held = held;
        }

        @Override
        public String name() {
            return "KIỂM TRA LẠI";
        }

        @Override
        public List<String> aliases() {
            return List.of("Kiểm tra", "Đã sửa sổ", "check again", "recheck");
        }

        @Override
        public String clause() {
            return CLAUSE;
        }

        @Override
        public String help() {
            return "KIỂM TRA LẠI\n";
        }

        @Override
        public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
            if (desk.isOpen(held) && mails.decision(held).isPresent()) {
                return tooLate(request, asked, held);
            }
            List<String> problems = problems();
            if (!problems.isEmpty()) {
                return request.unclear(problems);
            }
            return settled(request, asked, held, "settled", "", "Số văn bản đã khớp với sổ.");
        }

        private List<String> problems() throws RegisterUnavailableException {
            if (!mails.isHere(held)) {
                return List.of(ELSEWHERE);
            }
            try {
                List<ReadPart> parts = contents.parts(held);
                return numbers.claim(held, contents.documents(parts), parts);
            } catch (HeldMails.AlteredException | NoSuchFileException e) {
                return List.of(DAMAGED);
            } catch (IOException e) {
                return List.of("Chưa đọc lại được thư đang giữ; đề nghị gửi lại lệnh sau ít phút.");
            }
        }
    }

    /** CHẤP NHẬN: the number is right though the book does not say so; the reason is written down. */
    private final class Accept implements Reply {

        private final HeldMail held;

        Accept(HeldMail held) {
            this.held = held;
        }

        @Override
        public String name() {
            return "CHẤP NHẬN";
        }

        @Override
        public List<String> aliases() {
            return List.of("Cho qua", "accept");
        }

        @Override
        public String clause() {
            return CLAUSE;
        }

        @Override
        public String help() {
            return "CHẤP NHẬN vì gửi lại văn bản đã phát hành, chỉ khác định dạng tệp\n";
        }

        @Override
        public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
            String reason = request.argument().strip();
            return reason.isEmpty()
                    ? request.unclear(List.of("Chưa ghi lý do chấp nhận số này."))
                    : settled(request, asked, held, "accepted", reason, "Đã chấp nhận số văn bản: " + reason + ".");
        }
    }

    private Answer settled(
            Request request, AskedQuestion asked, HeldMail held, String outcome, String reason, String done)
            throws RegisterUnavailableException {
        if (isOver(asked, held) || asked.close(request, outcome, reason).isEmpty()) {
            return tooLate(request, asked, held);
        }
        desk.settle(held, outcome + " " + reason);
        flow.follow(held);
        return request.done(
                "number-" + outcome,
                done + " Thư " + held.mailId() + " (" + held.subject() + ") được gửi sau khi lãnh đạo duyệt.",
                "The number is settled; the mail goes out once its approver approved it.");
    }

    /** TRẢ LẠI: the document needs another number, so it is another document. */
    private final class SendBack implements Reply {

        private final HeldMail held;

        SendBack(HeldMail held) {
            this.held = held;
        }

        @Override
        public String name() {
            return "TRẢ LẠI";
        }

        @Override
        public List<String> aliases() {
            return List.of("Trả về", "Từ chối", "send back", "return", "reject");
        }

        @Override
        public String clause() {
            return CLAUSE;
        }

        @Override
        public String help() {
            return "TRẢ LẠI: số 12 đã dùng, văn bản này lấy số 15\n";
        }

        @Override
        public Answer run(Request request, AskedQuestion asked) throws RegisterUnavailableException {
            String reason = request.argument().replaceFirst("^[:,. -]+", "").strip();
            if (reason.isEmpty()) {
                return request.unclear(List.of("Chưa ghi lý do trả lại."));
            }
            Optional<Answered> ended = end(request, asked, reason);
            if (ended.isEmpty()) {
                return tooLate(request, asked, held);
            }
            return request.done(
                    "number-returned",
                    "Đã trả lại thư " + held.mailId() + " (" + held.subject()
                            + "). Thư không được gửi; người trình được báo kèm lý do: "
                            + ended.get().text(),
                    "Sent back: the mail is not sent, and its sender is told why.");
        }

        /** Empty when it had ended otherwise. */
        private Optional<Answered> end(Request request, AskedQuestion asked, String reason)
                throws RegisterUnavailableException {
            Optional<Answered> answer =
                    isOver(asked, held) ? Optional.empty() : asked.close(request, "returned", reason);
            if (answer.isPresent()) {
                Answered his = answer.get();
                flow.end(held, new Answered("rejected", his.login(), his.mailId(), his.text(), his.at()));
            }
            Optional<Answered> end = mails.decision(held).map(ApprovalFlow::asAnswer);
            return answer.filter(his ->
                    end.filter(stands -> stands.isBy(his.login(), "rejected")).isPresent());
        }
    }

    /** The mail ended before the clerk answered: nothing would follow from it. */
    private boolean isOver(AskedQuestion asked, HeldMail held) throws RegisterUnavailableException {
        return questions.answer(asked.question()).isEmpty()
                && mails.decision(held).isPresent();
    }

    private Answer tooLate(Request request, AskedQuestion asked, HeldMail held) throws RegisterUnavailableException {
        Optional<Answered> end = mails.decision(held).map(ApprovalFlow::asAnswer);
        Optional<Answered> stands = end.isPresent() ? end : questions.answer(asked.question());
        return asked.tooLate(request, stands.map(ApprovalWords::whatStands).orElse(""));
    }
}
