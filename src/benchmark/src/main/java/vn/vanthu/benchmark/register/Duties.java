package vn.vanthu.benchmark.register;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import vn.vanthu.approval.Releases;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.Purpose;
import vn.vanthu.question.Questions;
import vn.vanthu.register.store.RegisterDatabase;

/** What the gateway itself asks, for a mail or every few seconds; each is asked once before it is measured. */
final class Duties {

    static final int COUNT = 10;

    private static final String SECRET = "secret";

    private final RegisterDatabase database;
    private final Path folder;
    private final int mails;
    private final int repeats;
    private final Random random = new Random(31);

    /**
     * @param folder for the bytes of held mails; there are none
     * @param mails the number that the register was filled with
     */
    Duties(RegisterDatabase database, Path folder, int mails, int repeats) {
        this.database = database;
        this.folder = folder;
        this.mails = mails;
        this.repeats = repeats;
    }

    Map<String, Timing> measure() throws Exception {
        Map<String, Timing> times = new LinkedHashMap<>();
        for (Map.Entry<String, Timing.Work> duty : all().entrySet()) {
            times.put("gateway: " + duty.getKey(), Timing.of(duty.getValue(), repeats));
        }
        return times;
    }

    private Map<String, Timing.Work> all() {
        HeldMails held = database.heldMails(folder);
        Questions questions = database.questions(SECRET);
        Releases releases = database.releases();
        Map<String, Timing.Work> all = new LinkedHashMap<>();
        all.put("held mails that are open", () -> held.open(Purpose.APPROVAL));
        all.put("the same in all years, once an hour", () -> database.heldMails(folder)
                .open(Purpose.APPROVAL));
        all.put("decided, not yet carried out", () -> held.unfinished(Purpose.APPROVAL));
        all.put("bytes to remove", held::removeOver);
        all.put("open questions", () -> questions.open(FilledApprovals.TOPIC));
        all.put("questions whose time is over", () -> questions.overdue(Instant.now()));
        all.put("reminders", () -> questions.toRemind(Instant.now()));
        all.put("held before with this document", () -> held.withNote(Purpose.APPROVAL, document()));
        all.put("approved before for these", () -> releases.approvedFor(List.of(messageId()), List.of("x@y.vn")));
        all.put("sent to a correspondent", () -> database.correspondence()
                .sentTo("canbo" + random.nextInt(Filling.STAFF) + "@so.vn"));
        return all;
    }

    private String document() {
        return FilledApprovals.document(approved());
    }

    private String messageId() {
        return "<" + Filling.mailId(approved()) + "@x.vn>";
    }

    private int approved() {
        return random.nextInt(mails / FilledApprovals.MAILS_AN_APPROVAL) * FilledApprovals.MAILS_AN_APPROVAL;
    }
}
