package vn.vanthu.register.store;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.message.MailId;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.question.Questions;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredQuestions implements Questions {

    private static final String STEP_OF_QUESTION = "not exists (select 1 from QuestionEventRow e where"
            + " e.mailId = q.mailId and e.topic = q.topic and e.name = q.name and e.step = ";
    private static final String IS_OPEN = STEP_OF_QUESTION + "'closed')";

    private final QuestionKeys keys;
    private final GroupWriter writer;
    private final Queries queries;
    private final Clock clock;
    private final Horizon horizon;

    StoredQuestions(QuestionKeys keys, GroupWriter writer, Queries queries, Clock clock) {
        this.keys = keys;
        this.writer = writer;
        this.queries = queries;
        this.clock = clock;
        this.horizon = new Horizon(clock);
    }

    @Override
    public Question ask(Question question) throws RegisterUnavailableException {
        String keyHash = QuestionKeys.hash(keys.of(question));
        QuestionRow row = new QuestionRow(question, keyHash);
        return writer.write(List.of(row)) ? row.question() : byHash(keyHash).orElseGet(row::question);
    }

    @Override
    public String keyOf(Question question) {
        return keys.of(question);
    }

    @Override
    public Optional<Question> find(String key) throws RegisterUnavailableException {
        return byHash(QuestionKeys.hash(key));
    }

    private Optional<Question> byHash(String keyHash) throws RegisterUnavailableException {
        return list("from QuestionRow q where q.keyHash = :hash", Map.of("hash", keyHash)).stream()
                .findFirst();
    }

    @Override
    public List<Question> about(MailId mail, String topic) throws RegisterUnavailableException {
        return list(
                "from QuestionRow q where q.mailId = :mail and q.topic = :topic order by q.askedAt, q.id",
                Map.of("mail", mail.value(), "topic", topic));
    }

    @Override
    public List<Question> open(String topic) throws RegisterUnavailableException {
        return horizon.look(
                "open " + topic,
                since -> own(
                        "from QuestionRow q where q.topic = :topic and q.expiresAt > :since and " + IS_OPEN
                                + " order by q.askedAt, q.id",
                        Map.of("topic", topic, "since", since)));
    }

    @Override
    public List<Question> openWithout(String topic, String step) throws RegisterUnavailableException {
        return horizon.look(
                step + " " + topic,
                since -> own(
                        "from QuestionRow q where q.topic = :topic and q.expiresAt > :since and " + IS_OPEN + " and "
                                + STEP_OF_QUESTION + ":step) order by q.askedAt, q.id",
                        Map.of("topic", topic, "since", since, "step", step)));
    }

    @Override
    public Answered close(Question question, Answered answer) throws RegisterUnavailableException {
        QuestionEventRow row = new QuestionEventRow(question, answer);
        if (writer.write(List.of(row))) {
            return row.answer();
        }
        return answer(question).orElseGet(row::answer);
    }

    @Override
    public Optional<Answered> answer(Question question) throws RegisterUnavailableException {
        return queries
                .list(
                        QuestionEventRow.class,
                        "from QuestionEventRow e where e.mailId = :mail and e.topic = :topic and e.name = :name and"
                                + " e.step = :step",
                        Map.of(
                                "mail", question.mailId().value(),
                                "topic", question.topic(),
                                "name", question.name(),
                                "step", QuestionEventRow.CLOSED))
                .stream()
                .map(QuestionEventRow::answer)
                .findFirst();
    }

    @Override
    public List<Question> toRemind(Instant now) throws RegisterUnavailableException {
        return horizon.look(
                "remind",
                since -> own(
                        "from QuestionRow q where q.remindAt > :since and q.remindAt <= :now and q.expiresAt > :now and "
                                + IS_OPEN + " and " + STEP_OF_QUESTION + "'reminded') order by q.remindAt, q.id",
                        Map.of("since", since, "now", LogRow.utc(now))));
    }

    @Override
    public List<Question> overdue(Instant now) throws RegisterUnavailableException {
        return horizon.look(
                "overdue",
                since -> own(
                        "from QuestionRow q where q.expiresAt > :since and q.expiresAt <= :now and " + IS_OPEN
                                + " order by q.expiresAt, q.id",
                        Map.of("since", since, "now", LogRow.utc(now))));
    }

    @Override
    public boolean note(Question question, String step, String text) throws RegisterUnavailableException {
        return writer.write(List.of(new QuestionEventRow(question, step, text, clock.instant())));
    }

    /** Those that this gateway asked: nobody else can make their keys. */
    private List<Question> own(String query, Map<String, ?> parameters) throws RegisterUnavailableException {
        return queries.list(QuestionRow.class, query, parameters).stream()
                .filter(row -> row.keyHash.equals(QuestionKeys.hash(keys.of(row.question()))))
                .map(QuestionRow::question)
                .toList();
    }

    private List<Question> list(String query, Map<String, ?> parameters) throws RegisterUnavailableException {
        return queries.list(QuestionRow.class, query, parameters).stream()
                .map(QuestionRow::question)
                .toList();
    }
}
