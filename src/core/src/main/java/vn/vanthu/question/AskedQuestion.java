package vn.vanthu.question;

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

    /** Another answer was given before. */
    public Answer tooLate(Request request, String whatStands) {
        return new Answer(
                Decision.refuse(Reason.of("question-closed", request.command().clause(), whatStands)),
                "KHÔNG thực hiện: câu hỏi này đã được trả lời trước đó.\n\n" + whatStands,
                "Nothing was done: this question was answered before, as told above.",
                java.util.List.of());
    }
}
