package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The mailboxes of the demo office's people, each watched by an IMAP client that waits in IDLE. IMAP tells how many mails
 * are there, not which: the n-th mail to a mailbox is taken for the n-th that arrives.
 */
final class Inboxes implements Destination {

    static final String DOMAIN = "songoaivu.binhdinh.gov.vn";
    static final String PASSWORD = "vanthu-demo";

    /** People whom the gateway itself writes to by its clock (clerk, leaders, Office) would get mails that nobody counts. */
    private static final List<String> PEOPLE =
            List.of("truongphong.letan", "truongphong.lanhsu", "chuyenvien1", "chuyenvien2");

    private final int count;
    private final Countdown countdown;
    private final List<InboxWatch> watches = new ArrayList<>();

    private Inboxes(int count) {
        this.count = count;
        this.countdown = new Countdown(count);
    }

    /** Opens every mailbox; what is there already does not count. */
    static Inboxes watch(MailServer server, int count) throws IOException {
        Inboxes inboxes = new Inboxes(count);
        for (String person : PEOPLE) {
            inboxes.watches.add(InboxWatch.open(server.port(993), person + "@" + DOMAIN, PASSWORD, inboxes.countdown));
        }
        return inboxes;
    }

    @Override
    public String recipient(int number) {
        return PEOPLE.get(number % PEOPLE.size()) + "@" + DOMAIN;
    }

    @Override
    public long[] arrivals() throws IOException, InterruptedException {
        countdown.await();
        long[] times = new long[count];
        for (int number = 0; number < count; number++) {
            times[number] = watches.get(number % watches.size()).arrival(number / watches.size());
        }
        return times;
    }

    @Override
    public void close() throws IOException {
        for (InboxWatch watch : watches) {
            watch.close();
        }
    }
}
