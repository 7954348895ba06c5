package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;

/** What happened to a question; each step once, so the step {@link #CLOSED} is the answer that stands. */
@Entity
@Immutable
@Table(name = "question_event")
@SuppressWarnings("NullAway.Init")
class QuestionEventRow extends LogRow {

    static final String CLOSED = "closed";

    @Column(name = "mail_id")
    String mailId;

    String topic;
    String name;
    String step;
    String outcome;
    String login;

    /** The mail that brought the answer; empty for none. */
    @Column(name = "answer_mail_id")
    String answerMailId;

    String text;
    LocalDateTime at;

    QuestionEventRow() {}

    QuestionEventRow(Question question, String step, String text, Instant at) {
        this.mailId = question.mailId().value();
        this.topic = question.topic();
        this.name = Text.fitKey(question.name(), 100);
        this.step = Text.fitKey(step, 100);
        this.outcome = "";
        this.login = "";
        this.answerMailId = "";
        this.text = Text.fit(text, 4000);
        this.at = utc(at);
    }

    QuestionEventRow(Question question, Answered answer) {
        this(question, CLOSED, answer.text(), answer.at());
        outcome = Text.fitKey(answer.outcome(), 32);
        login = Text.fitKey(answer.login(), ADDRESS);
        answerMailId = answer.mailId();
    }

    Answered answer() {
        return new Answered(outcome, login, answerMailId, text, at.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "question_event";
    }

    @Override
    List<String> contentFields() {
        return List.of("text");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "topic", "name", "step");
    }

    @Override
    List<String> key() {
        return List.of(mailId, topic, name, step);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("topic", topic)
                .text("name", name)
                .text("step", step)
                .text("outcome", outcome)
                .text("login", login)
                .text("answer_mail_id", answerMailId)
                .text("text", text)
                .time("at", at);
    }
}
