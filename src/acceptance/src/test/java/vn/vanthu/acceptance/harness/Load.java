package vn.vanthu.acceptance.harness;

import static vn.vanthu.acceptance.harness.Office.address;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Mail without a pause, from outside to a mailbox and from a person to the outside; knows what was answered with 250. */
public final class Load {

    /** Where the mail from outside goes. */
    public static final String MAILBOX = "giamdoc";

    private static final String RECIPIENT = "tai.trong@noikhac.example";
    private static final int SIZE = 4_000;

    private final Office office;
    private final Set<String> local = ConcurrentHashMap.newKeySet();
    private final Set<String> outside = ConcurrentHashMap.newKeySet();

    public Load(Office office) {
        this.office = office;
    }

    /** Sends on four connections; after so many 250s the blow comes, and every connection goes on until it breaks. */
    public void untilAccepted(int mails, Runnable blow) throws InterruptedException {
        CountDownLatch wanted = new CountDownLatch(mails);
        ExecutorService senders = Executors.newFixedThreadPool(4);
        for (int i = 0; i < 2; i++) {
            senders.execute(() -> sendFromOutside(wanted));
            senders.execute(() -> sendToOutside(wanted));
        }
        boolean reached = wanted.await(10, TimeUnit.MINUTES);
        blow.run();
        senders.shutdown();
        if (!reached || !senders.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("only " + accepted() + " mails were accepted");
        }
    }

    private void sendFromOutside(CountDownLatch wanted) {
        try (SmtpDialogue dialogue = office.fromOutside()) {
            while (true) {
                Letter letter = Letter.fromOutside("vao").grownBy(SIZE);
                note(dialogue.send(letter.sender(), letter.bytes(), address(MAILBOX)), letter, local, wanted);
            }
        } catch (IOException e) {
            // The gateway was killed; what it had not answered is the sender's to send again.
        }
    }

    private void sendToOutside(CountDownLatch wanted) {
        try (SmtpDialogue dialogue = office.submissionAs("vanthu")) {
            while (true) {
                Letter letter = Letter.from(address("vanthu"), "ra").grownBy(SIZE);
                note(dialogue.send(letter.sender(), letter.bytes(), RECIPIENT), letter, outside, wanted);
            }
        } catch (IOException | java.security.GeneralSecurityException e) {
            // as above
        }
    }

    private static void note(String answer, Letter letter, Set<String> accepted, CountDownLatch wanted) {
        if (answer.startsWith("250")) {
            accepted.add(letter.subject());
            wanted.countDown();
        } else if (!answer.startsWith("4")) {
            throw new IllegalStateException(answer);
        }
    }

    /** Subjects of the mails that were answered with 250 and belong into the mailbox. */
    public List<String> acceptedLocal() {
        return List.copyOf(local);
    }

    /** Subjects of the mails that were answered with 250 and belong outside. */
    public List<String> acceptedOutside() {
        return List.copyOf(outside);
    }

    public int accepted() {
        return local.size() + outside.size();
    }
}
