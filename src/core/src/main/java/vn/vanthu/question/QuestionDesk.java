package vn.vanthu.question;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Command;
import vn.vanthu.command.Commands;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Request;
import vn.vanthu.command.Submitter;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookException;

/** Takes the answers to all questions, and looks after those that nobody answers. Safe for many threads. */
public final class QuestionDesk {

    static final String CLAUSE = "Điều 5 khoản 3 điểm g";

    private final Questions questions;
    private final List<Topic> topics;
    private final Clock clock;
    private final Grace grace;

    /** To be made when the gateway starts: see {@link Grace}. */
    public QuestionDesk(Questions questions, Collection<Topic> topics, Clock clock) {
        this.questions = questions;
        this.topics = List.copyOf(topics);
        this.clock = clock;
        this.grace = new Grace(clock.instant());
    }

    /**
     * Carries out the answer in a mail.
     *
     * @param submitter one that {@linkplain Submitter#mayCommand may command}, with a key
     * @throws RegisterUnavailableException when it must be tried again later, with the same submitter and mail
     */
    public Answer answer(MailCommand mail, Submitter submitter, Organization organization)
            throws RegisterUnavailableException {
        Optional<Question> found = questions.find(submitter.key());
        Optional<Topic> topic = found.flatMap(question -> topicOf(question));
        if (topic.isEmpty()) {
            return refusal(
                    "question-unknown",
                    "KHÔNG thực hiện: địa chỉ trả lời không đúng với câu hỏi nào của hệ thống. Chưa có gì thay đổi.\n\n"
                            + "Việc cần làm: mở lại thư hỏi của hệ thống và bấm Trả lời (Reply).",
                    "Nothing was done: the address that you wrote to belongs to no question. Please reply to the mail"
                            + " that asked you.");
        }
        Question question = found.get();
        if (!question.isAsked(submitter.login())) {
            return refusal(
                    "question-not-yours",
                    "KHÔNG thực hiện: câu hỏi này không gửi cho anh/chị. Chưa có gì thay đổi.\n\nViệc cần làm: người"
                            + " được hỏi phải tự trả lời từ tài khoản của mình; không trả lời thay.",
                    "Nothing was done: this question was put to somebody else, who must answer from his own account.");
        }
        if (isOver(question, submitter)) {
            return AskedQuestion.overdue();
        }
        return new Commands(commands(topic.get(), question)).answer(mail, submitter, organization);
    }

    /** What a person is told who writes to the notices' address itself, not to that of a question. */
    public static Answer withoutKey() {
        return refusal(
                "question-without-key",
                "KHÔNG thực hiện: thư gửi tới địa chỉ chung của hệ thống, không phải trả lời một thư hỏi, nên không rõ"
                        + " quyết định về thư nào. Chưa có gì thay đổi.\n\nViệc cần làm: mở thư hỏi của hệ thống và bấm Trả"
                        + " lời (Reply), không chọn địa chỉ từ danh bạ.",
                "Nothing was done: you wrote to the gateway's own address, which names no question. Please reply to the"
                        + " mail that asked you.");
    }

    /** An answer counts when it was accepted in time, however late it is carried out; what is closed stays so. */
    private boolean isOver(Question question, Submitter submitter) throws RegisterUnavailableException {
        return !submitter.receivedAt().isBefore(question.expiresAt())
                && questions.answer(question).isEmpty();
    }

    private Optional<Topic> topicOf(Question question) {
        return topics.stream()
                .filter(topic -> topic.code().equals(question.topic()))
                .findFirst();
    }

    private List<Command> commands(Topic topic, Question question) throws RegisterUnavailableException {
        AskedQuestion asked = new AskedQuestion(question, questions);
        List<Command> commands = new ArrayList<>();
        for (Reply reply : topic.replies(question)) {
            commands.add(new ReplyCommand(reply, asked));
        }
        return commands;
    }

    private static Answer refusal(String code, String vietnamese, String english) {
        String text = vietnamese.lines().findFirst().orElse("");
        return new Answer(Decision.refuse(Reason.of(code, CLAUSE, text)), vietnamese, english, List.of());
    }

    /**
     * Reminders, expiry and what a crash interrupted; to be called every few seconds. One that fails does not keep the
     * others from being done.
     *
     * @throws Topic.NotToldException the first that failed, after all were tried
     */
    public void tend() throws RegisterUnavailableException, Topic.NotToldException {
        Attempts attempts = new Attempts();
        for (Topic topic : topics) {
            attempts.attempt(topic::resume);
        }
        Instant now = clock.instant();
        for (Question question : questions.overdue(now)) {
            Optional<Topic> topic = topicOf(question);
            if (topic.isPresent() && grace.isOver(question.askedAt(), question.expiresAt(), now)) {
                attempts.attempt(() -> topic.get().expire(question));
            }
        }
        for (Question question : questions.toRemind(clock.instant())) {
            Optional<Topic> topic = topicOf(question);
            if (topic.isPresent()) {
                attempts.attempt(() -> remind(topic.get(), question));
            }
        }
        attempts.end();
    }

    private void remind(Topic topic, Question question) throws RegisterUnavailableException, Topic.NotToldException {
        topic.remind(question);
        questions.note(question, Questions.REMINDED, "");
    }

    /** An answer as a command that only this question's people can give. */
    private record ReplyCommand(Reply reply, AskedQuestion question) implements Command {

        @Override
        public String name() {
            return reply.name();
        }

        @Override
        public List<String> aliases() {
            return reply.aliases();
        }

        @Override
        public String clause() {
            return reply.clause();
        }

        @Override
        public String help() {
            return reply.help();
        }

        @Override
        public Answer run(Request request) throws BookException, RegisterUnavailableException {
            return request.argument().startsWith("?")
                    ? request.unclear(
                            List.of("Sau chữ " + reply.name() + " là dấu hỏi: chưa rõ là trả lời hay hỏi lại."))
                    : reply.run(request, question);
        }
    }
}
