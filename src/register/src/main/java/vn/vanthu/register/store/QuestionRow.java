package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Question;

@Entity
@Immutable
@Table(name = "question")
@SuppressWarnings("NullAway.Init")
class QuestionRow extends LogRow {

    @Column(name = "mail_id")
    String mailId;

    String topic;
    String name;

    /** SHA-256 of the key: who reads the register cannot answer. */
    @Column(name = "key_hash")
    String keyHash;

    String about;
    String requester;

    /** One login a line. */
    @Column(length = 16_000_000)
    String asked;

    @Column(name = "asked_at")
    LocalDateTime askedAt;

    @Column(name = "remind_at")
    LocalDateTime remindAt;

    @Column(name = "expires_at")
    LocalDateTime expiresAt;

    QuestionRow() {}

    QuestionRow(Question question, String keyHash) {
        mailId = question.mailId().value();
        topic = question.topic();
        name = Text.fitKey(question.name(), 100);
        this.keyHash = keyHash;
        about = Text.fitKey(question.about(), 200);
        requester = Text.fitKey(question.requester(), ADDRESS);
        asked = String.join("\n", question.asked());
        askedAt = utc(question.askedAt());
        remindAt = utc(question.remindAt());
        expiresAt = utc(question.expiresAt());
    }

    Question question() {
        return new Question(
                topic,
                new MailId(mailId),
                name,
                about,
                requester,
                List.of(asked.split("\n")),
                askedAt.toInstant(ZoneOffset.UTC),
                remindAt.toInstant(ZoneOffset.UTC),
                expiresAt.toInstant(ZoneOffset.UTC));
    }

    @Override
    String table() {
        return "question";
    }

    @Override
    List<String> contentFields() {
        return List.of("about");
    }

    @Override
    List<String> keyFields() {
        return List.of("mailId", "topic", "name");
    }

    @Override
    List<String> key() {
        return List.of(mailId, topic, name);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("mail_id", mailId)
                .text("topic", topic)
                .text("name", name)
                .text("key_hash", keyHash)
                .text("about", about)
                .text("requester", requester)
                .text("asked", asked)
                .time("asked_at", askedAt)
                .time("remind_at", remindAt)
                .time("expires_at", expiresAt);
    }
}
