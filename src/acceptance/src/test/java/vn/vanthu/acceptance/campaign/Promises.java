package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;
import vn.vanthu.acceptance.campaign.Count.Column;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** Looks, when all is quiet again, which promises were kept: in the register, the mailboxes and the outside world. */
final class Promises {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Pattern SUBJECT = Pattern.compile("(?mi)^Subject: .*?(thu-[0-9a-f-]{36})");
    private static final Set<String> FINAL =
            Set.of("delivered", "relayed", "bounced", "refused", "held", "quarantined");

    private final Office office;
    private final Count count;

    private final Pattern archiveProblem;

    private Promises(Office office, Count count, Pattern archiveProblem) {
        this.office = office;
        this.count = count;
        this.archiveProblem = archiveProblem;
    }

    static Promises of(Office office, Count count) {
        return new Promises(office, count, Pattern.compile("missing|altered|extra|not_erased"));
    }

    /** After a restore the archive also holds what came while the copy was made; the register's copy ends before. */
    static Promises afterRestore(Office office, Count count) {
        return new Promises(office, count, Pattern.compile("missing|altered|not_erased"));
    }

    /**
     * Counts.
     *
     * @param sent this round's mails
     * @param director who goes on answering meanwhile
     * @param from how much the outside world had taken before this round
     * @param deaths how much it had taken when a gateway died in this round
     */
    void check(List<Sent> sent, Director director, int from, List<Integer> deaths) throws Exception {
        count.round((int) sent.stream().filter(Sent::accepted).count());
        Map<String, Row> rows = settled(sent);
        fates(sent, rows);
        outside(sent, rows, director, from, deaths);
        mailboxes(sent, rows);
        numbers();
        proofs();
    }

    /** Rows by Subject, when every accepted mail has its fate or patience has an end. */
    private Map<String, Row> settled(List<Sent> sent) {
        Set<String> wanted = sent.stream()
                .filter(Sent::accepted)
                .map(mail -> Mails.subject(mail.kind(), mail.token()))
                .collect(Collectors.toSet());
        try {
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
                Map<String, List<Row>> found = rows();
                return wanted.stream()
                        .allMatch(subject -> found.containsKey(subject)
                                && FINAL.contains(found.get(subject).get(0).get("ket_qua")));
            });
        } catch (ConditionTimeoutException e) {
            // The mails that have no fate are counted below.
        }
        Map<String, Row> single = new HashMap<>();
        rows().forEach((subject, all) -> {
            single.put(subject, all.get(0));
            if (all.size() > 1) {
                count.add(Column.ROWS, subject + " has " + all.size());
            }
        });
        return single;
    }

    private Map<String, List<Row>> rows() {
        return office
                .register()
                .query("SELECT * FROM nhat_ky_thu WHERE chu_de LIKE 'thu-%' OR chu_de LIKE '[QC] %'")
                .stream()
                .collect(Collectors.groupingBy(row -> row.get("chu_de")));
    }

    private void fates(List<Sent> sent, Map<String, Row> rows) {
        for (Sent mail : sent) {
            Row row = rows.get(Mails.subject(mail.kind(), mail.token()));
            if (!mail.accepted()) {
                continue;
            }
            if (row == null) {
                count.add(Column.LOST, mail + " has no row");
            } else if (!expected(mail.kind()).contains(row.get("ket_qua"))) {
                count.add(Column.LOST, mail + " is " + row.get("ket_qua") + ", mail " + row.id());
            }
        }
    }

    private static Set<String> expected(Kind kind) {
        return switch (kind) {
            case PERSONAL_IN, LEGACY_IN, DOCUMENT_IN -> Set.of("delivered");
            case SPAM_IN -> Set.of("delivered", "quarantined");
            case PERSONAL_OUT -> Set.of("relayed");
            case BOUNCED_OUT -> Set.of("bounced");
            case OFFICIAL_OUT -> Set.of("held", "relayed", "refused");
        };
    }

    private void outside(List<Sent> sent, Map<String, Row> rows, Director director, int from, List<Integer> deaths) {
        Map<String, Kind> kinds = new HashMap<>();
        sent.forEach(mail -> kinds.put(mail.token(), mail.kind()));
        // First what came out, then what was approved: an approval in between is none too late.
        List<Taken> taken = office.outside().taken();
        Set<String> approved = director.approved();
        Set<String> all = new HashSet<>();
        Set<String> inThisLife = new HashSet<>();
        for (int i = from; i < taken.size(); i++) {
            if (deaths.contains(i)) {
                inThisLife.clear();
            }
            String token = tokenOf(taken.get(i));
            if (kinds.get(token) == Kind.OFFICIAL_OUT && !approved.contains(token)) {
                count.add(Column.LEAKED, token);
            }
            if (!token.isEmpty() && !inThisLife.add(token)) {
                count.add(Column.TWICE_OUTSIDE, token);
            } else if (!token.isEmpty() && !all.add(token)) {
                count.add(Column.SENT_AGAIN, token);
            }
        }
        for (Sent mail : sent) {
            Row row = rows.get(mail.token());
            if (row != null && row.get("ket_qua").equals("relayed") && !all.contains(mail.token())) {
                count.add(Column.LOST, mail + " is not outside");
            }
        }
    }

    /** Empty for a mail that is none of the campaign's. */
    static String tokenOf(Taken mail) {
        Matcher subject = SUBJECT.matcher(new String(mail.message(), StandardCharsets.ISO_8859_1));
        return subject.find() ? subject.group(1) : "";
    }

    private void mailboxes(List<Sent> sent, Map<String, Row> rows) throws Exception {
        Map<String, Integer> copies = new HashMap<>();
        for (String login : List.of(Mails.PERSON, "vp*vanthu")) {
            try (Mailbox mailbox = office.client(login).open()) {
                mailbox.all("X-VanThu-Id").forEach(id -> copies.merge(id, 1, Integer::sum));
            }
        }
        for (Sent mail : sent) {
            Row row = rows.get(Mails.subject(mail.kind(), mail.token()));
            if (!mail.kind().isIncoming() || row == null || !row.get("ket_qua").equals("delivered")) {
                continue;
            }
            int found = copies.getOrDefault(row.id(), 0);
            if (found == 0) {
                count.add(Column.LOST, mail + " is not in the mailbox, mail " + row.id());
            } else if (found > 1) {
                count.add(Column.TWICE_IN_MAILBOX, mail + ", mail " + row.id());
            }
        }
    }

    private void numbers() {
        List<Integer> taken = office.register().query("SELECT so_den FROM so_van_ban_den").stream()
                .map(row -> Integer.valueOf(row.get("so_den")))
                .sorted()
                .toList();
        Set<Integer> unique = new HashSet<>(taken);
        if (unique.size() < taken.size()) {
            count.add(Column.NUMBER_TWICE, (taken.size() - unique.size()) + " of " + taken.size());
        }
        if (!taken.isEmpty() && taken.get(taken.size() - 1) != unique.size()) {
            count.add(Column.GAP, "the last is " + taken.get(taken.size() - 1) + " of " + unique.size());
        }
    }

    private void proofs() throws Exception {
        Ended seals = office.gateway().command("audit", "verify");
        if (seals.exitCode() != 0) {
            count.add(Column.SEAL, seals.output());
        }
        Ended archive = office.gateway().command("audit", "archive", "--verify");
        if (archive.exitCode() > 1
                || archive.exitCode() == 1
                        && archiveProblem.matcher(archive.output()).find()) {
            count.add(Column.ARCHIVE, archive.output());
        }
    }
}
