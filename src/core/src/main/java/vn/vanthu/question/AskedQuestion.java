package vn.vanthu.question;

import java.util.List;
import java.util.Optional;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.register.RegisterUnavailableException;

/** The question that a mail answers, while the answer is being carried out. */
public final class AskedQuestion {

    private final Question question;
    private final Questions questions;

    AskedQuestion(Question question, Questions questions) {
        this.question = question;
        this.questions = questions;
    }

    public Question question() {
        return question;
    }

    /**
     * The newest question that asks this person the same, when time closed this one: who was asked first may decide still,
     * and need not look for the newer mail.
     */
    public AskedQuestion orNewer(Request request) throws RegisterUnavailableException {
        if (!isExpired()) {
            return this;
        }
        List<Question> newer = questions.about(question.mailId(), question.topic()).stream()
                .filter(other -> other.about().equals(question.about()))
                .filter(other -> other.isAsked(request.person().address()))
                .filter(other -> request.submitter().receivedAt().isBefore(other.expiresAt()))
                .toList();
        return newer.isEmpty() ? this : new AskedQuestion(newer.get(newer.size() - 1), questions);
    }

    /** Whether time closed it. */
    public boolean isExpired() throws RegisterUnavailableException {
        return questions
                .answer(question)
                .filter(answer -> answer.login().isEmpty())
                .isPresent();
    }

    /**
     * Closes the question with this answer, when nobody was faster.
     *
     * @param outcome see {@link Answered#outcome}
     * @param text the person's words
     * @return the answer that stands when it is this person's with this outcome, now or earlier; empty when another one
     *     stands: then nothing is to be done, and {@link #tooLate} says so
     */
    public Optional<Answered> close(Request request, String outcome, String text) throws RegisterUnavailableException {
        Answered answer = new Answered(
                outcome,
                request.person().address(),
                request.submitter().mailId().value(),
                text,
                request.submitter().receivedAt());
        return Optional.of(questions.close(question, answer))
                .filter(standing -> standing.isBy(answer.login(), outcome));
    }

    /** It came too late, and nobody else answered. */
    public static Answer overdue() {
        String text = "KHÔNG thực hiện: đã quá hạn trả lời câu hỏi này. Chưa có gì thay đổi.";
        return new Answer(
                Decision.refuse(Reason.of("question-expired", QuestionDesk.CLAUSE, text)),
                text
                        + "\n\nViệc cần làm: nếu hệ thống đã gửi thư hỏi mới hơn, trả lời thư đó; nếu không, đề nghị người"
                        + " trình gửi lại thư.",
                "Nothing was done: the time to answer this question is over. Please answer a newer question, if there is"
                        + " one; else the sender may send his mail again.",
                List.of());
    }

    /** Another answer was given before. */
    public Answer tooLate(Request request, String whatStands) {
        return new Answer(
                Decision.refuse(Reason.of("question-closed", request.command().clause(), whatStands)),
                "KHÔNG thực hiện: câu hỏi này đã được trả lời trước đó.\n\n" + whatStands,
                "Nothing was done: this question was answered before, as told above.",
                List.of());
    }
}
