package vn.vanthu.benchmark.mail;

/** Looks at a server's memory several times a second, while mail is sent. */
final class PeakMemory implements AutoCloseable {

    /** Looking at a gateway's memory takes the kernel a millisecond or two. */
    private static final long INTERVAL_MS = 250;

    private final ProcessTree processes;
    private final Thread thread = new Thread(this::watch, "peak-memory");
    private double highest;

    private PeakMemory(ProcessTree processes) {
        this.processes = processes;
    }

    static PeakMemory of(MailServer server) {
        PeakMemory memory = new PeakMemory(server.processes());
        memory.thread.setDaemon(true);
        memory.thread.start();
        return memory;
    }

    private void watch() {
        try {
            while (true) {
                megabytes();
                Thread.sleep(INTERVAL_MS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    /** The most up to now. */
    synchronized double megabytes() {
        highest = Math.max(highest, processes.megabytes());
        return highest;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
