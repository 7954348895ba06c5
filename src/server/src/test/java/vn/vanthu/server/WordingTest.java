package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.approval.WordingTraining;
import vn.vanthu.approval.WordingTraining.Example;
import vn.vanthu.decision.Decision;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;
import vn.vanthu.text.VietnameseText;

/** What the approval rule learned about wording from {@link RedTeamMail} and {@link WordedMail}, and what that is worth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(TurkishLocale.class)
class WordingTest {

    private static final Path SHIPPED =
            Path.of("..", "core", "src", "main", "resources", "vn", "vanthu", "approval", "wording.weights");

    /** Ordinary mails of these files that a rule holds for a sentence in them, mostly one that they quote. */
    private static final int SEEN_WRONG = 9;

    /** Of some 670. */
    private static final int UNSEEN_WRONG = 6;

    /** Of a hundred orders that are hidden in private talk. */
    private static final int HIDDEN_SEEN = 60;

    /** Of authors; training once for each author would take minutes. */
    private static final int GROUPS = 6;

    @TempDir
    private static Path temporary = Path.of("");

    /** @param author first letter of the file's name: who wrote the mail */
    private record Taught(char author, Example example) {}

    private final List<Taught> mails = new ArrayList<>();

    @BeforeAll
    void read() throws Exception {
        WordingTraining training = new WordingTraining(OrganizationFile.load(Golden.CONF.resolve("organization.xml")));
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), temporary)) {
            readFiles(training, contents, "attacks", "hold", true);
            readFiles(training, contents, "ordinary", "deliver", false);
            for (WordedMail mail : lessons()) {
                List<ReadPart> parts = contents.read(new ByteArrayInputStream(mail.bytes()));
                mails.add(new Taught(mail.author(), training.example(mail.subject(), parts, mail.acting())));
            }
        }
    }

    /** Not those that act by a file: what it says is not worded by the writer of the mail. */
    private void readFiles(
            WordingTraining training, MessageContents contents, String folder, String decision, boolean acting)
            throws IOException {
        for (RedTeamMail mail : RedTeamMail.in(folder)) {
            List<ReadPart> parts = contents.read(new ByteArrayInputStream(mail.bytes()));
            if (mail.decision().equals(decision) && (!acting || parts.stream().allMatch(ReadPart::body))) {
                String subject = new MessageReader(1_000_000)
                        .header(new ByteArrayInputStream(mail.bytes()))
                        .subject();
                mails.add(new Taught(mail.name().charAt(0), training.example(subject, parts, acting)));
            }
        }
    }

    @Test
    void theShippedWeightsAreWhatTheMailsTeach() throws IOException {
        byte[] weights =
                WordingTraining.file(mails.stream().map(Taught::example).toList());
        if (!Files.exists(SHIPPED)) {
            Files.write(SHIPPED, weights);
            fail("wrote " + SHIPPED + ": the same mails always give the same weights");
        }
        assertThat(weights).as("delete " + SHIPPED + " to make it again").isEqualTo(Files.readAllBytes(SHIPPED));
    }

    /** Authors' mails by what others taught: what may be expected of mails that nobody saw. */
    @Test
    void whatOthersTaughtServesForAuthorsWhoAreNotKnown() {
        List<Example> judged = new ArrayList<>();
        List<Boolean> held = new ArrayList<>();
        for (int group = 0; group < GROUPS; group++) {
            List<Example> theirs = of(group, true);
            for (double over : WordingTraining.over(of(group, false), theirs)) {
                held.add(over >= 0);
            }
            judged.addAll(theirs);
        }
        assertThat(held(judged, held, true)).as("acting").isGreaterThan(0.75);
        assertThat(held(judged, held, false)).as("ordinary").isLessThan(0.02);
    }

    private static List<WordedMail> lessons() throws IOException {
        return WordedMail.all().stream().filter(mail -> !mail.isHeldOut()).toList();
    }

    @Test
    void whatTheMailsSayIsHeldAndWhatTheyTellIsNot() throws Exception {
        assertThat(wrong(lessons())).hasSizeLessThanOrEqualTo(SEEN_WRONG);
    }

    @Test
    void soItIsWithMailsThatTaughtNothing() throws Exception {
        List<WordedMail> heldOut =
                WordedMail.all().stream().filter(WordedMail::isHeldOut).toList();
        assertThat(heldOut).hasSizeGreaterThan(650);
        assertThat(wrong(heldOut)).hasSizeLessThanOrEqualTo(UNSEEN_WRONG);
    }

    /** Who breaks his lines early and talks of other things above and below is judged by as many words. */
    @Test
    void shortLinesAmongPrivateTalkHideAnOrderNoMoreThanTheTalkDoes() throws Exception {
        List<WordedMail> acting = WordedMail.all().stream()
                .filter(mail -> mail.isHeldOut() && mail.acting())
                .toList();
        String talk = "Chủ nhật rồi nhà em đi biển vui lắm.\nCon bé nhà em mới biết bơi.\n";
        List<WordedMail> broken = acting.stream()
                .map(mail -> mail.withText(talk + mail.text().replaceAll("((?:\\S+\\s+){4})", "$1\n") + "\n" + talk))
                .toList();
        assertThat(broken.size() - wrong(broken).size()).isGreaterThan(acting.size() * HIDDEN_SEEN / 100);
    }

    /** Words decide, and not only what else a mail shows: as a whole, through every rule. */
    private List<String> wrong(List<WordedMail> mails) throws Exception {
        List<String> wrong = new ArrayList<>();
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), temporary)) {
            Rehearsal rehearsal = ShippedRules.rehearsal(contents, temporary);
            for (WordedMail mail : mails) {
                Decision decision =
                        rehearsal.play(mail.bytes(), mail.envelope()).decision();
                if ((decision.verdict() == Decision.Verdict.HOLD) != mail.acting() && !mail.isOfHead()) {
                    wrong.add(mail.author() + " " + mail.acting() + " " + mail.subject() + ": "
                            + decision.reason().text());
                }
            }
        }
        return wrong;
    }

    private List<Example> of(int group, boolean theirs) {
        return mails.stream()
                .filter(mail -> (mail.author() % GROUPS == group) == theirs)
                .map(Taught::example)
                .toList();
    }

    /** The share of the acting or of the ordinary ones that would be held. */
    private static double held(List<Example> mails, List<Boolean> held, boolean acting) {
        int[] such = IntStream.range(0, mails.size())
                .filter(mail -> mails.get(mail).acting() == acting)
                .toArray();
        double share = (double) IntStream.of(such).filter(held::get).count() / such.length;
        System.out.printf("%s: %.1f %% of %d%n", acting ? "acting" : "ordinary", 100 * share, such.length);
        return share;
    }
}
