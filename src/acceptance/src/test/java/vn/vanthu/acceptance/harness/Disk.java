package vn.vanthu.acceptance.harness;

import java.io.IOException;

/** The disk as one running process sees it, by the limit on the size of the files that it may write (util-linux). */
public enum Disk {
    FULL("1"),
    WITH_ROOM("unlimited");

    private final String limit;

    Disk(String limit) {
        this.limit = limit;
    }

    /** Does nothing to a process that has ended. */
    public void madeFor(long pid) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("prlimit", "--pid", String.valueOf(pid), "--fsize=" + limit + ":unlimited")
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0 && ProcessHandle.of(pid).isPresent()) {
            throw new IOException("prlimit of " + pid + " gave " + exit);
        }
    }
}
