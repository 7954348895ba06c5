package vn.vanthu.acceptance.harness;

import java.io.IOException;

/** What an operating system can do to a process. */
public enum Signal {
    /** Freezes it: it keeps its connections and answers nothing. */
    STOP,
    CONT,
    /** Asks it to end. */
    TERM,
    /** Ends it at once. */
    KILL;

    public void sendTo(long pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", "-" + name(), String.valueOf(pid))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill -" + name() + " " + pid + " gave " + exit);
        }
    }
}
