package vn.vanthu.acceptance.campaign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/**
 * Sends mutated mails through a real gateway, from outside to a person and to the agency and from a login, and looks for
 * those that came to harm: an answer that is neither yes nor no, no row, no end, an error.
 */
final class Fuzz {

    private static final Pattern NUMBER = Pattern.compile("fuzz(\\d+)@");
    private static final String OURS = address("");
    private static final int CONNECTIONS = 4;
    private static final int BATCH = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Office office;
    private final Mutations mutations;
    private final PrintWriter progress;
    private final List<String> findings = new ArrayList<>();
    private final Set<Integer> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger closed = new AtomicInteger();
    private final AtomicInteger slow = new AtomicInteger();
    private final AtomicLong slowestNanos = new AtomicLong();

    Fuzz(Office office, Mutations mutations, PrintWriter progress) {
        this.office = office;
        this.mutations = mutations;
        this.progress = progress;
    }

    /** Fixtures whose mutations are sent; relative to the module. */
    static Mutations mutations(long seed) throws IOException {
        return Mutations.of(seed, Path.of("..", "core", "src", "test", "resources"));
    }

    /** Returns one line for each mail that was accepted and came to no good end, or ended the gateway. */
    List<String> run(int mails) throws Exception {
        for (int from = 0; from < mails && office.gateway().isRunning(); from += BATCH) {
            int to = Math.min(mails, from + BATCH);
            send(from, to);
            look(from, to);
            progress.printf("%d of %d mails, %s, %d findings%n", to, mails, figures(), findings.size());
            progress.flush();
        }
        if (!office.gateway().isRunning()) {
            findings.add("the gateway ended");
        }
        return findings;
    }

    int accepted() {
        return accepted.size();
    }

    /** What was measured so far; how long an answer takes depends on the machine, and is no finding. */
    String figures() throws IOException {
        Path status = Path.of("/proc/" + office.gateway().pid() + "/status");
        String memory = Files.exists(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D+", ""))
                        .findFirst()
                        .orElse("?")
                : "?";
        return "%d accepted, %d conversations closed by the gateway, %d answers over 1 s, the slowest %.1f s, peak memory %s KB"
                .formatted(accepted(), closed.get(), slow.get(), slowestNanos.get() / 1e9, memory);
    }

    private void send(int from, int to) throws Exception {
        AtomicInteger next = new AtomicInteger(from);
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                boolean inside = i % 4 == 3;
                running.add(threads.submit(() -> {
                    talk(next, to, inside);
                    return null;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void talk(AtomicInteger next, int to, boolean inside) throws Exception {
        @Nullable SmtpDialogue dialogue = null;
        for (int number = next.getAndIncrement(); number < to; number = next.getAndIncrement()) {
            try {
                dialogue = dialogue == null ? connect(inside) : dialogue;
                String sender = inside ? address("chuyenvien1") : "fuzz" + number + "@doitac.example";
                String ours = address(number % 2 == 0 ? "chuyenvien2" : "vp");
                String recipient = inside ? "fuzz" + number + "@noikhac.example" : ours;
                judge(number, send(dialogue, sender, inside, number, recipient));
                dialogue.say("RSET");
            } catch (IOException e) {
                // A line too long, a header that asks for the end: the gateway may close the connection.
                closed.incrementAndGet();
                dialogue = null;
            }
        }
    }

    private String send(SmtpDialogue dialogue, String sender, boolean inside, int number, String recipient)
            throws IOException {
        byte[] mail = inside ? mutations.mail(number) : ofAStranger(mutations.mail(number));
        long start = System.nanoTime();
        String reply = dialogue.send(sender, mail, recipient);
        long nanos = System.nanoTime() - start;
        slowestNanos.accumulateAndGet(nanos, Math::max);
        if (nanos > TimeUnit.SECONDS.toNanos(1)) {
            slow.incrementAndGet();
        }
        return reply;
    }

    private void judge(int number, String reply) {
        if (reply.startsWith("250")) {
            accepted.add(number);
        } else if (!reply.startsWith("5")) {
            find("answered " + reply + ": fuzz" + number);
        }
    }

    /** Most fixtures are of our own staff, and nobody comes in under an address of ours. */
    private static byte[] ofAStranger(byte[] mail) {
        return new String(mail, ISO_8859_1).replace(OURS, "@doitac.example").getBytes(ISO_8859_1);
    }

    private SmtpDialogue connect(boolean inside) throws Exception {
        return inside ? office.submissionAs(address("chuyenvien1")) : office.fromOutside();
    }

    /** Everything that was accepted has its fate, and none lies in the error repository. */
    private void look(int from, int to) {
        try {
            // While the spool is behind, nothing may be pending for a moment: then rows are missing.
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> office.register().pending().isEmpty()
                            && withoutRow(from, to).isEmpty());
        } catch (ConditionTimeoutException e) {
            office.register().pending().forEach(row -> find(row, "still pending"));
            withoutRow(from, to).forEach(number -> find("accepted, but without a row: fuzz" + number));
        }
        office.register()
                .query("SELECT m.* FROM nhat_ky_thu m JOIN nhat_ky_nguoi_nhan n ON n.ma_thu = m.ma_thu"
                        + " WHERE n.tra_loi LIKE '%error repository%'")
                .forEach(row -> find(row, "kept in the error repository"));
    }

    private List<Integer> withoutRow(int from, int to) {
        Set<Integer> recorded = recorded(to - from);
        return IntStream.range(from, to)
                .filter(number -> accepted.contains(number) && !recorded.contains(number))
                .boxed()
                .toList();
    }

    /** Numbers of the newest mails in the register. */
    private Set<Integer> recorded(int mails) {
        Set<Integer> numbers = new HashSet<>();
        office.register()
                .query("SELECT ma_thu, nguoi_gui_phong_bi, nguoi_nhan FROM nhat_ky_thu WHERE nguoi_gui_phong_bi LIKE"
                        + " 'fuzz%' OR nguoi_nhan LIKE 'fuzz%' ORDER BY nhan_luc DESC LIMIT " + 2 * mails)
                .forEach(row -> {
                    Matcher number = NUMBER.matcher(row.get("nguoi_gui_phong_bi") + " " + row.get("nguoi_nhan"));
                    if (number.find()) {
                        numbers.add(Integer.valueOf(number.group(1)));
                    }
                });
        return numbers;
    }

    private void find(Row row, String what) {
        find(what + ": " + row.get("nguoi_gui_phong_bi") + " to " + row.get("nguoi_nhan") + ", mail " + row.id());
    }

    private synchronized void find(String finding) {
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    static PrintWriter screen() {
        return new PrintWriter(System.out, true, UTF_8);
    }
}
