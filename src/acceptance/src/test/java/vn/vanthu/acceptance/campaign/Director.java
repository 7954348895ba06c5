package vn.vanthu.acceptance.campaign;

import static vn.vanthu.acceptance.harness.Office.address;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.internet.MimeMessage;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;

/** Reads the questions in the Director's mailbox and answers them: approves most, refuses some, leaves some open. */
final class Director implements AutoCloseable {

    private static final String LOGIN = "giamdoc";
    private static final Pattern TOKEN = Pattern.compile("thu-[0-9a-f-]{36}");

    private final Office office;
    private final Set<String> approved = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> heard = new ConcurrentHashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final Thread thread = new Thread(this::work, "director");
    private int read;

    private Director(Office office) {
        this.office = office;
    }

    static Director start(Office office) {
        Director director = new Director(office);
        director.thread.setDaemon(true);
        director.thread.start();
        return director;
    }

    private void work() {
        while (!stopped.get()) {
            try {
                TimeUnit.MILLISECONDS.sleep(500);
                look();
            } catch (InterruptedException e) {
                return;
            } catch (Exception e) {
                // The gateway is away: later.
            }
        }
    }

    private void look() throws Exception {
        try (Mailbox mailbox = office.client(LOGIN).open()) {
            for (MimeMessage message : mailbox.after(read)) {
                decide(message);
                read++;
            }
        }
    }

    private void decide(MimeMessage question) throws Exception {
        Matcher token = TOKEN.matcher(String.valueOf(question.getSubject()));
        String[] replyTo = question.getHeader("Reply-To");
        if (!token.find() || replyTo == null || !question.getSubject().startsWith("Đề nghị duyệt")) {
            return;
        }
        int share = Math.floorMod(token.group().hashCode(), 4);
        if (share == 0 || !seen.add(token.group())) {
            return;
        }
        if (share > 1) {
            approved.add(token.group());
        }
        Letter answer =
                Letter.from(address(LOGIN), "Re: duyet").withBody(share > 1 ? "DUYỆT\n" : "TỪ CHỐI sai số liệu\n");
        try {
            office.client(LOGIN).send(answer, replyTo[0]);
            heard.put(token.group(), share > 1);
        } catch (Exception e) {
            // Perhaps taken, perhaps not: asked again with the next look.
            seen.remove(token.group());
            throw e;
        }
    }

    /** Tokens of what he said DUYỆT to, heard or not. */
    Set<String> approved() {
        return Set.copyOf(approved);
    }

    /** What he said in answers that were answered with 250: true for DUYỆT. */
    Map<String, Boolean> heard() {
        return new HashMap<>(heard);
    }

    @Override
    public void close() throws InterruptedException {
        stopped.set(true);
        thread.join(TimeUnit.MINUTES.toMillis(1));
    }
}
