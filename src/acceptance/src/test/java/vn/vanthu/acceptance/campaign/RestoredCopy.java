package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import vn.vanthu.acceptance.campaign.Count.Column;
import vn.vanthu.acceptance.harness.Ended;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/**
 * A copy that is made while mail flows; when it is as old as the campaign, the office dies and goes on from it. What came
 * in between is gone; but no number is given a second time, and nothing is sent twice.
 */
final class RestoredCopy {

    static final String TITLE = "restored from a copy of the start";

    private static final Pattern ID = Pattern.compile("(?mi)^X-VanThu-Id: (\\S+)");
    private static final Pattern LOST = Pattern.compile("--lost (\\d+)");
    private static final ZoneId OFFICE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String YEAR = Year.now(OFFICE).toString();
    /** So long a mail is looked at before it is in the queue. */
    private static final Duration ON_THE_WAY = Duration.ofSeconds(5);

    private final World world;
    private final Path backup;
    private final int takenBefore;
    private final Instant copyBegun;

    private RestoredCopy(World world, Path backup, int takenBefore, Instant copyBegun) {
        this.copyBegun = copyBegun;
        this.world = world;
        this.backup = backup;
        this.takenBefore = takenBefore;
    }

    /** Returns when the copy is whole; mail flows meanwhile, and some before. */
    static RestoredCopy make(World world, long seed) throws Exception {
        try (Director director = Director.start(world.office());
                Traffic traffic = Traffic.start(List.of(world.office()), seed)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> traffic.accepted() > 20);
            Path copies = Files.createDirectory(world.folder().resolve("copies"));
            int takenBefore = world.office().outside().taken().size();
            Instant begun = Instant.now();
            GatewayProcess gateway = world.withDatabasePrograms(world.office().gateway());
            expectZero(gateway.command("backup", copies.toString(), "--same-disk"));
            try (Stream<Path> all = Files.list(copies)) {
                Path backup = all.filter(each -> each.getFileName().toString().startsWith("vanthu-"))
                        .findFirst()
                        .orElseThrow();
                return new RestoredCopy(world, backup, takenBefore, begun);
            }
        }
    }

    /** Kills the office, goes on from the copy under new traffic, and counts. The office does not come back. */
    Count restore(long seed) throws Exception {
        Map<String, String> numbers = numbers(world.office());
        int before = world.office().outside().taken().size();
        world.office().gateway().kill();
        try (GatewayProcess restored = world.newGateway("restored")) {
            expectZero(restored.command("restore", backup.toString()));
            String told = confirm(restored, confirmation(numbers));
            Office office = world.office().at(restored.start());
            Set<String> missing = missing(office, told);
            Promises promises = Promises.afterRestore(office, missing);
            Count count = new Count();
            try (Director director = Director.start(office)) {
                Traffic traffic = Traffic.start(List.of(office), seed);
                try (traffic) {
                    await().atMost(Duration.ofMinutes(3)).until(() -> traffic.accepted() > 40);
                }
                promises.check(count, traffic.sent(), director, List.of());
            }
            givenTwice(numbers, numbers(office), count);
            drained(office, missing, count);
            sentTwice(before, count);
            return count;
        }
    }

    /** As an administrator does who is asked to repeat how many numbers are lost. */
    private static String confirm(GatewayProcess restored, List<String> words) throws Exception {
        Ended asked = restored.command(words.toArray(String[]::new));
        Matcher lost = LOST.matcher(asked.output());
        if (asked.exitCode() != 0 && lost.find()) {
            words.addAll(List.of("--lost", lost.group(1)));
            asked = restored.command(words.toArray(String[]::new));
        }
        expectZero(asked);
        return asked.output();
    }

    /** What arrived while the copy was made, and of which the administrator was told that it may be missing in it. */
    private Set<String> missing(Office office, String told) {
        String begun = String.valueOf(Timestamp.valueOf(LocalDateTime.ofInstant(copyBegun.minus(ON_THE_WAY), OFFICE)));
        return office
                .register()
                .query("SELECT ma_thu FROM nhat_ky_thu WHERE ket_qua = 'pending' AND nhan_luc >= ?", begun)
                .stream()
                .map(Row::id)
                .filter(told::contains)
                .collect(Collectors.toSet());
    }

    private List<String> confirmation(Map<String, String> numbers) {
        List<String> words =
                new ArrayList<>(List.of("restore", "--confirm", "--as", "vanthu", "--head", "none", "--unsent", "all"));
        words.addAll(List.of("--last", "den/" + YEAR + "=" + numbers.size(), "--last", "di/" + YEAR + "=0"));
        List<Taken> all = world.office().outside().taken();
        for (Taken mail : all.subList(takenBefore, all.size())) {
            Matcher id = ID.matcher(new String(mail.message(), StandardCharsets.ISO_8859_1));
            if (id.find()) {
                words.addAll(List.of("--sent", id.group(1)));
            }
        }
        return words;
    }

    /** The mail that each number of the incoming book was given to; of a void one none. */
    private static Map<String, String> numbers(Office office) {
        Map<String, String> numbers = new HashMap<>();
        for (Row row : office.register().query("SELECT so_thu_tu, ma_thu, trang_thai FROM so_van_ban_den")) {
            numbers.put(row.get("so_thu_tu"), row.get("trang_thai").equals("voided") ? "" : row.get("ma_thu"));
        }
        return numbers;
    }

    private static void givenTwice(Map<String, String> before, Map<String, String> after, Count count) {
        before.forEach((number, mail) -> {
            String now = after.getOrDefault(number, "");
            if (!now.isEmpty() && !now.equals(mail)) {
                count.add(Column.NUMBER_TWICE, number + " was of " + mail + ", is of " + now);
            }
        });
    }

    /** What the copy's queue still held has its end. */
    private static void drained(Office office, Set<String> missing, Count count) {
        try {
            await().atMost(Duration.ofMinutes(3))
                    .until(() -> Promises.pending(office, missing).isEmpty());
        } catch (ConditionTimeoutException e) {
            Promises.pending(office, missing)
                    .forEach(row -> count.add(Column.LOST, row.id() + " of the copy is pending"));
        }
    }

    /** @param before how much had been taken when the office died */
    private void sentTwice(int before, Count count) {
        List<Taken> all = world.office().outside().taken();
        Set<String> seen = new HashSet<>();
        all.subList(0, before).forEach(mail -> seen.add(Departures.tokenOf(mail)));
        for (Taken mail : all.subList(before, all.size())) {
            String token = Departures.tokenOf(mail);
            if (!token.isEmpty() && !seen.add(token)) {
                count.add(Column.TWICE_OUTSIDE, token);
            }
        }
    }

    private static void expectZero(Ended command) throws IOException {
        if (command.exitCode() != 0) {
            throw new IOException("exit code " + command.exitCode() + ": " + command.output());
        }
    }
}
