package vn.vanthu.register.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.held.Envelope;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.limit.LimitPost;
import vn.vanthu.limit.LimitTopic;
import vn.vanthu.limit.Stops;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.question.Question;
import vn.vanthu.question.Topic.NotToldException;

/** What follows when the Office lets a stopped login go on. */
class LimitTopicTest {

    private static final String LOGIN = "chuyenvien1@songoaivu.binhdinh.gov.vn";

    private final MovingClock clock = new MovingClock(Instant.parse("2026-11-23T02:00:00Z"));
    private final Post post = new Post();

    /** Takes down what goes on; one mail cannot. */
    private static final class Post implements LimitPost {

        private final List<String> released = new ArrayList<>();
        private String damaged = "";

        @Override
        public void ask(HeldMail held, Question stop) {}

        @Override
        public void remind(HeldMail held, Question stop) {}

        @Override
        public void askAgain(Question stop) {}

        @Override
        public void tellDecided(Question stop, HoldDecision decision) {}

        @Override
        public void release(HeldMail held) throws NotToldException {
            if (held.subject().equals(damaged)) {
                throw new NotToldException("its bytes are damaged", new IllegalStateException());
            }
            released.add(held.subject());
        }
    }

    private HeldMail hold(HeldMails mails, String subject) throws Exception {
        Instant now = clock.instant();
        clock.advance(Duration.ofSeconds(1));
        return mails.hold(
                content -> new HeldMail(
                        MailId.ofMailName(subject),
                        Purpose.LIMIT,
                        LOGIN,
                        new Envelope(LOGIN, List.of("a@ngoai.example")),
                        content,
                        new HeldMail.Submission(LOGIN, "", content, now),
                        subject,
                        "gửi quá nhiều",
                        now,
                        now.plus(Duration.ofDays(90))),
                new ByteArrayInputStream(subject.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aMailThatCannotGoOnKeepsNoneThatCan(@TempDir Path folder) throws Exception {
        Organization office = OrganizationFile.load(Path.of("..", "..", "conf", "organization.xml"));
        RegisterSettings settings = RegisterSettings.embedded(folder.resolve("data"));
        try (RegisterDatabase database = RegisterDatabase.open(settings, clock)) {
            HeldMails mails = database.heldMails(folder.resolve("held"));
            Stops stops = new Stops(database.questions("secret"), clock);
            LimitTopic topic = new LimitTopic(mails, stops, database.register(), post, clock);
            for (String subject : List.of("một", "hai", "ba")) {
                topic.stop(hold(mails, subject), stops.newestOf(LOGIN), office);
            }
            topic.resume();
            assertThat(post.released).isEmpty();

            stops.end(stops.open().get(0), Stops.LIFTED, "chanhvanphong@songoaivu.binhdinh.gov.vn", "đã gọi");
            post.damaged = "hai";
            assertThatThrownBy(topic::resume).isInstanceOf(NotToldException.class);
            assertThat(post.released).containsExactlyInAnyOrder("một", "ba");
            post.damaged = "";
            topic.resume();
            assertThat(post.released).containsExactlyInAnyOrder("một", "ba", "hai");
        }
    }
}
