package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.util.List;

/** What looks at each mail that a Postfix relays, and adds headers to it. */
interface SpamFilter {

    /** Starts it in the foreground. */
    List<String> command();

    /** Where it listens. */
    int port();

    /** Lines for Postfix's main.cf. */
    String settings();

    /** Options for the SMTP server in Postfix's master.cf. */
    String serverOptions();

    /** Services for Postfix's master.cf. */
    String services();

    /** Whether it has done what it goes on doing after it listens; till then nothing is measured. */
    boolean isSettled() throws IOException;
}
