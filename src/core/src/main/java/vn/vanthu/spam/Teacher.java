package vn.vanthu.spam;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.message.MailId;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.spam.learn.Lesson;

/**
 * Takes lessons from people. Each person has one lesson about a mail, the newest: to say the opposite undoes it. On a day he
 * gives so many at most and changes as many, so that one account can neither turn the filter nor fill the disk. Safe for many
 * threads.
 */
public final class Teacher {

    private static final Logger LOG = LoggerFactory.getLogger(Teacher.class);
    private static final Duration DAY = Duration.ofDays(1);

    /** How many lessons a person gives in 24 hours, unless it is set. */
    public static final int LESSONS_A_DAY = 50;

    /** What became of a lesson. */
    public enum Taught {
        LEARNED,
        /** He gave as many as he may today. */
        OVER_LIMIT,
        /** The lesson cannot be kept now; nothing else depends on it. */
        FAILED
    }

    private final SpamFilter filter;
    /** When somebody changed a lesson, within a day; a restart forgets it. */
    private final Map<String, Deque<Instant>> changes = new HashMap<>();

    private volatile int most = LESSONS_A_DAY;

    public Teacher(SpamFilter filter) {
        this.filter = filter;
    }

    /** How many lessons a person gives in 24 hours at most; 0: none. */
    public void limit(int lessonsADay) {
        most = lessonsADay;
    }

    /** Teaches what a person says of a mail in his own mailbox. The same again changes nothing. */
    public Taught teach(byte[] message, MailId mail, Kind kind, String login, Instant at) {
        return teach(message, mail, kind, login, login, at);
    }

    /**
     * The same of a mailbox that several open: it has one lesson about a mail, and who teaches it gives one of his.
     *
     * @param login who teaches
     */
    public synchronized Taught teach(byte[] message, MailId mail, Kind kind, String mailbox, String login, Instant at) {
        String key = key(mail, mailbox);
        Instant dayBefore = at.minus(DAY);
        int today = 0;
        for (Lesson lesson : filter.lessons().all()) {
            if (lesson.key().equals(key)) {
                return lesson.kind() == kind ? Taught.LEARNED : change(message, key, kind, login, at);
            }
            today += lesson.source().equals(login) && lesson.at().isAfter(dayBefore) ? 1 : 0;
        }
        return today >= most ? Taught.OVER_LIMIT : learn(message, key, kind, login, at);
    }

    private Taught change(byte[] message, String key, Kind kind, String login, Instant at) {
        Deque<Instant> his = changes.computeIfAbsent(login, any -> new ArrayDeque<>());
        his.removeIf(change -> !change.isAfter(at.minus(DAY)));
        if (his.size() >= most) {
            return Taught.OVER_LIMIT;
        }
        his.add(at);
        return learn(message, key, kind, login, at);
    }

    /** Whether the lesson of a mailbox about a mail is of this kind. */
    public boolean taught(MailId mail, Kind kind, String mailbox) {
        String key = key(mail, mailbox);
        return filter.lessons().all().stream().anyMatch(lesson -> lesson.key().equals(key) && lesson.kind() == kind);
    }

    private Taught learn(byte[] message, String key, Kind kind, String login, Instant at) {
        try {
            filter.learn(message, key, kind, login, at);
            return Taught.LEARNED;
        } catch (IOException e) {
            LOG.error("a lesson of {} cannot be kept", login, e);
            return Taught.FAILED;
        }
    }

    private static String key(MailId mail, String mailbox) {
        return "mail " + mail + " " + mailbox;
    }
}
