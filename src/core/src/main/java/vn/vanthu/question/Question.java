package vn.vanthu.question;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import vn.vanthu.message.MailId;

/**
 * Something that people are asked by mail. Topic, mail and name are its key.
 *
 * @param topic the feature that asks, lower case letters and digits, at most 12: {@code approval}
 * @param mailId the mail that it is about
 * @param name tells apart the questions of one topic about one mail: {@code 1}, {@code 2}; at most 100 characters
 * @param about what an answer is valid for, for example the hash of a version; at most 200 characters
 * @param requester on whose behalf it is asked, a full address; empty for nobody
 * @param asked who may answer, full addresses; one answer is enough
 * @param remindAt when those who were asked are reminded
 * @param expiresAt when no answer counts any more
 */
public record Question(
        String topic,
        MailId mailId,
        String name,
        String about,
        String requester,
        List<String> asked,
        Instant askedAt,
        Instant remindAt,
        Instant expiresAt) {

    public Question {
        if (!topic.matches("[a-z0-9]{1,12}")) {
            throw new IllegalArgumentException("a topic is at most 12 lower case letters and digits, not: " + topic);
        }
        Objects.requireNonNull(mailId, "mailId");
        asked = asked.stream()
                .map(login -> login.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        if (asked.isEmpty()) {
            throw new IllegalArgumentException("a question is put to somebody");
        }
    }

    public boolean isAsked(String login) {
        return asked.contains(login.toLowerCase(Locale.ROOT));
    }

    /** By which people and the auditors' views name it: {@code 7ZK2-0Q9D-M4TX-1B8C/1}. */
    public String code() {
        return mailId + "/" + name;
    }
}
