package vn.vanthu.acceptance.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SmtpDialogue;

/** Sends mutated mails through a real gateway, from outside and from a login, and looks for those that came to harm. */
final class Fuzz {

    private static final int CONNECTIONS = 4;
    private static final int BATCH = 2_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Office office;
    private final Mutations mutations;
    private final PrintWriter progress;
    private final List<String> findings = new ArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();

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
            progress.printf("%d of %d mails, %d accepted, %d findings%n", to, mails, accepted.get(), findings.size());
            progress.flush();
        }
        if (!office.gateway().isRunning()) {
            findings.add("the gateway ended");
        }
        return findings;
    }

    int accepted() {
        return accepted.get();
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
                String recipient = inside ? "fuzz" + number + "@noikhac.example" : address("chuyenvien2");
                if (dialogue.send(sender, mutations.mail(number), recipient).startsWith("250")) {
                    accepted.incrementAndGet();
                } else {
                    dialogue.say("RSET");
                }
            } catch (IOException e) {
                // A line too long, a header that asks for the end: the gateway may close the connection.
                dialogue = null;
            }
        }
    }

    private SmtpDialogue connect(boolean inside) throws Exception {
        return inside ? office.submissionAs(address("chuyenvien1")) : office.fromOutside();
    }

    /** Everything that was accepted has its fate, and none lies in the error repository. */
    private void look(int from, int to) {
        String pending = "SELECT * FROM nhat_ky_thu WHERE ket_qua = 'pending'";
        try {
            await().atMost(PATIENCE)
                    .until(() -> office.register().query(pending).isEmpty());
        } catch (ConditionTimeoutException e) {
            office.register().query(pending).forEach(row -> find(row, "still pending"));
        }
        office.register()
                .query("SELECT m.* FROM nhat_ky_thu m JOIN nhat_ky_nguoi_nhan n ON n.ma_thu = m.ma_thu"
                        + " WHERE n.tra_loi LIKE '%error repository%'")
                .forEach(row -> find(row, "kept in the error repository"));
    }

    private void find(Row row, String what) {
        String finding =
                what + ": " + row.get("nguoi_gui_phong_bi") + " to " + row.get("nguoi_nhan") + ", mail " + row.id();
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    static PrintWriter screen() {
        return new PrintWriter(System.out, true, UTF_8);
    }
}
