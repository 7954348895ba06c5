package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import vn.vanthu.acceptance.campaign.Count.Column;
import vn.vanthu.acceptance.campaign.Fates.Fate;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/**
 * Looks, when all is quiet again, which promises were kept: in the register, the mailboxes and the outside world. Mails of
 * earlier rounds are looked at again; what was broken once is counted once.
 */
final class Promises {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final List<String> INBOXES = List.of(Mails.PERSON, "vp*vanthu");

    private final Office office;
    private final Pattern archiveProblem;
    private final Set<String> missing;
    private final Departures departures;
    private final Contents contents;
    private final List<Sent> sent = new ArrayList<>();
    private final Set<String> undecidable = new HashSet<>();
    private final Set<String> told = new HashSet<>();
    private Count count = new Count();

    private Promises(Office office, Pattern archiveProblem, Set<String> missing) {
        this.office = office;
        this.archiveProblem = archiveProblem;
        this.missing = missing;
        this.departures = new Departures(office.outside().taken().size());
        this.contents = new Contents(office);
    }

    static Promises of(Office office) {
        return new Promises(office, Pattern.compile("missing|altered|extra|not_erased"), Set.of());
    }

    /**
     * After a restore the archive also holds what came while the copy was made; the register's copy ends before.
     *
     * @param missing mails that the administrator was told to ask for again
     */
    static Promises afterRestore(Office office, Set<String> missing) {
        return new Promises(office, Pattern.compile("missing|altered|not_erased"), missing);
    }

    /**
     * Counts.
     *
     * @param round this round's mails
     * @param director who goes on answering meanwhile
     * @param deaths how much the outside world had taken when a gateway died in this round
     */
    void check(Count into, List<Sent> round, Director director, List<Integer> deaths) throws Exception {
        count = into;
        count.round((int) round.stream().filter(Sent::accepted).count());
        sent.addAll(round);
        Map<String, Boolean> decisions = director.heard();
        decisions.keySet().removeAll(undecidable);
        Fates fates = settled(decisions);
        fates(fates, decisions);
        left(fates, director, deaths);
        mailboxes(fates);
        contents(fates);
        documents(fates);
        numbers();
        proofs();
    }

    /** A gateway goes for good, and what it holds with it: who approves that is not heard by anybody. */
    void forgetUndecided(List<Sent> mails) {
        mails.stream()
                .filter(mail -> mail.kind() == Kind.OFFICIAL_OUT && !departures.hasTaken(mail.token()))
                .forEach(mail -> undecidable.add(mail.token()));
    }

    private void broken(Column column, String why) {
        if (told.add(column + why)) {
            count.add(column, why);
        }
    }

    /** When every mail has its fate, or patience has an end. */
    private Fates settled(Map<String, Boolean> decisions) {
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(2)).until(() -> {
                Fates now = Fates.of(office);
                return accepted().allMatch(mail -> now.of(mail).stream()
                                .anyMatch(fate -> Fates.isRight(mail, fate, decisions)))
                        && pending(office, missing).isEmpty();
            });
        } catch (ConditionTimeoutException e) {
            // The mails that have no fate are counted below.
        }
        return Fates.of(office);
    }

    /** What has no end yet, but for what may be missing. */
    static List<Row> pending(Office office, Set<String> missing) {
        return office.register().pending().stream()
                .filter(row -> !missing.contains(row.id()))
                .toList();
    }

    private Stream<Sent> accepted() {
        return sent.stream().filter(Sent::accepted);
    }

    private void fates(Fates fates, Map<String, Boolean> decisions) {
        accepted().forEach(mail -> {
            List<Fate> rows = fates.of(mail);
            if (rows.isEmpty()) {
                broken(Column.LOST, mail + " has no row");
            } else if (!Fates.isRight(mail, rows.get(0), decisions)) {
                broken(Column.LOST, mail + " is " + rows.get(0));
            }
        });
        sent.stream()
                .filter(mail -> fates.of(mail).size() > 1)
                .forEach(mail -> broken(Column.ROWS, mail + " has " + fates.of(mail)));
    }

    private void left(Fates fates, Director director, List<Integer> deaths) {
        // First what came out, then what was approved: an approval in between is none too late.
        var taken = office.outside().taken();
        Set<String> approved = director.approved();
        Set<String> unapproved = sent.stream()
                .filter(mail -> mail.kind() == Kind.OFFICIAL_OUT)
                .map(Sent::token)
                .filter(token -> !approved.contains(token))
                .collect(Collectors.toSet());
        departures.look(taken, unapproved, deaths, this::broken);
        for (Sent mail : sent) {
            boolean told = fates.of(mail).stream()
                    .anyMatch(fate -> "relayed".equals(fate.outcomes().get(Mails.PLACE)));
            if (told && !departures.hasTaken(mail.token())) {
                broken(Column.LOST, mail + " is not outside");
            }
        }
    }

    private void mailboxes(Fates fates) throws Exception {
        Map<String, Integer> copies = new HashMap<>();
        for (String login : INBOXES) {
            count(copies, login, "X-VanThu-Id");
        }
        Map<String, Integer> notices = new HashMap<>();
        count(notices, Mails.WRITER, "In-Reply-To");
        for (Sent mail : sent) {
            for (Fate fate : fates.of(mail)) {
                if (fate.outcomes().containsValue("delivered")) {
                    once(mail, copies.getOrDefault(fate.id(), 0), "in the mailbox");
                }
                if (fate.outcomes().containsValue("bounced")) {
                    once(mail, notices.getOrDefault(Mails.messageId(mail.token()), 0), "told to the sender");
                }
            }
        }
    }

    private void count(Map<String, Integer> values, String login, String header) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            mailbox.all(header).forEach(value -> values.merge(value, 1, Integer::sum));
        }
    }

    private void once(Sent mail, int found, String where) {
        if (found == 0) {
            broken(Column.LOST, mail + " is not " + where);
        } else if (found > 1) {
            broken(Column.TWICE_IN_MAILBOX, mail + " is " + found + " times " + where);
        }
    }

    private void contents(Fates fates) throws Exception {
        Map<String, Sent> byToken = new HashMap<>();
        Map<String, Sent> byId = new HashMap<>();
        for (Sent mail : sent) {
            byToken.put(mail.token(), mail);
            fates.of(mail).forEach(fate -> byId.put(fate.id(), mail));
        }
        contents.lookOutside(byToken, why -> broken(Column.CHANGED, why));
        for (String login : INBOXES) {
            contents.lookInside(login, byId, why -> broken(Column.CHANGED, why));
        }
    }

    /** Each document has one number, or the clerk was asked; each entry is in the archive. */
    private void documents(Fates fates) {
        try {
            await().atMost(Duration.ofMinutes(2)).until(() -> unfiled().isEmpty());
        } catch (ConditionTimeoutException e) {
            unfiled().forEach(row -> broken(Column.ARCHIVE, row.id() + " is not filed"));
        }
        Map<String, Long> entries = office.register().query("SELECT ma_thu FROM so_van_ban_den").stream()
                .collect(Collectors.groupingBy(row -> row.id(), Collectors.counting()));
        Set<String> asked = office.register().query("SELECT ma_thu FROM van_ban_cho_dang_ky").stream()
                .map(row -> row.id())
                .collect(Collectors.toSet());
        accepted().filter(mail -> mail.kind() == Kind.DOCUMENT_IN).forEach(mail -> {
            for (Fate fate : fates.of(mail)) {
                long numbers = entries.getOrDefault(fate.id(), 0L);
                if (numbers == 0 && !asked.contains(fate.id())) {
                    broken(Column.LOST, mail + " has no number, mail " + fate.id());
                } else if (numbers > 1) {
                    broken(Column.NUMBER_TWICE, mail + " has " + numbers + " numbers");
                }
            }
        });
    }

    private List<Row> unfiled() {
        return office
                .register()
                .query("SELECT ma_thu FROM so_van_ban_den WHERE trang_thai <> 'voided'"
                        + " AND ma_thu NOT IN (SELECT ma_thu FROM luu_tru_van_ban)")
                .stream()
                .filter(row -> !missing.contains(row.id()))
                .toList();
    }

    private void numbers() {
        List<Integer> taken = office.register().query("SELECT so_den FROM so_van_ban_den").stream()
                .map(row -> Integer.valueOf(row.get("so_den")))
                .sorted()
                .toList();
        Set<Integer> unique = new HashSet<>(taken);
        if (unique.size() < taken.size()) {
            broken(Column.NUMBER_TWICE, (taken.size() - unique.size()) + " of " + taken.size());
        }
        if (!taken.isEmpty() && taken.get(taken.size() - 1) != unique.size()) {
            broken(Column.GAP, "the last is " + taken.get(taken.size() - 1) + " of " + unique.size());
        }
    }

    private void proofs() throws Exception {
        Ended seals = office.gateway().command("audit", "verify");
        if (seals.exitCode() != 0) {
            broken(Column.SEAL, seals.output());
        }
        Ended archive = office.gateway().command("audit", "archive", "--verify");
        if (archive.exitCode() > 1
                || archive.exitCode() == 1
                        && archiveProblem.matcher(archive.output()).find()) {
            broken(Column.ARCHIVE, archive.output());
        }
    }
}
