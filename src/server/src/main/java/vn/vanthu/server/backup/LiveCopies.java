package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.SealHead;
import vn.vanthu.server.james.JamesDatabase;
import vn.vanthu.server.james.LargeContents;

/**
 * Copies what only the running gateway can copy: the queue, the embedded register and James's embedded store, in this
 * order. It is asked twice, so that a register on MariaDB is dumped between.
 */
public final class LiveCopies {

    static final String QUEUE = "data/queue/";
    static final String DATABASES = "databases/";
    static final String JAMES = "james";
    static final String REGISTER = "register";

    /** KahaDB makes its index anew from the journal; only the journal is whole at every moment. */
    private static final String JOURNAL = "db-\\d+\\.log";

    private static final String LARGE_CONTENT = LargeContents.FOLDER + "/.*";

    private final Path data;
    private final JamesDatabase james;
    private final RegisterDatabase register;

    public LiveCopies(Path data, JamesDatabase james, RegisterDatabase register) {
        this.data = data;
        this.james = james;
        this.register = register;
    }

    /**
     * Writes {@value #QUEUE} and, unless it is on MariaDB, the register below {@value #DATABASES}.
     *
     * @return hash of the newest seal in the copy; empty for none
     */
    public synchronized String queueAndRegisterInto(Path folder) throws Exception {
        // Before and after: for what leaves the queue, and for what comes into it, while the journal is copied.
        copyQueue(LARGE_CONTENT, folder);
        copyQueue(JOURNAL, folder);
        copyQueue(LARGE_CONTENT, folder);
        register.seal();
        String head = register.sealHead().map(SealHead::hash).orElse("");
        register.copyTo(databases(folder).resolve(REGISTER + ".zip"));
        return head;
    }

    /** Afterwards: writes James's store below {@value #DATABASES}, unless it is on MariaDB. */
    public synchronized void mailboxesInto(Path folder) throws Exception {
        if (!Databases.isMariaDb(james)) {
            Databases.copy(james, databases(folder).resolve(Databases.fileOf(james, JAMES)));
        }
    }

    private static Path databases(Path folder) throws IOException {
        return Files.createDirectories(folder.resolve(DATABASES));
    }

    private void copyQueue(String names, Path folder) throws IOException {
        Path queue = data.resolve("queue");
        for (String name : Copies.filesIn(queue)) {
            if (name.matches(names) && !Files.exists(folder.resolve(QUEUE + name))) {
                Copies.copyIfThere(queue.resolve(name), folder, QUEUE + name);
            }
        }
    }
}
