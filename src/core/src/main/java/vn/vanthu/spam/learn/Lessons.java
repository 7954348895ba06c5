package vn.vanthu.spam.learn;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this office taught its filter, in a folder of the data folder. Several processes may use the folder: a command may
 * teach while the gateway runs, which sees it within a minute. Safe for many threads.
 */
public final class Lessons {

    private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);
    /** So many lessons in the file that others took the place of are not worth a new file. */
    private static final int FEW = 100;

    private final Path folder;
    private final Path path;
    private final LessonFile file;
    private final Clock clock;
    private volatile Learner learner = new Learner();
    private String version = "";
    private long wholeBytes;
    private int written;
    private volatile Instant looked = Instant.MIN;
    private Optional<Path> corrupt = Optional.empty();

    private Lessons(Path folder, Clock clock) {
        this.folder = folder;
        this.path = folder.resolve("lessons");
        this.file = new LessonFile(path);
        this.clock = clock;
    }

    /**
     * Reads the lessons. A corrupt file is put aside, and the filter starts without a vote.
     *
     * @param folder made when something is learned
     * @throws IOException when the file cannot be read
     */
    public static Lessons open(Path folder, Clock clock) throws IOException {
        Lessons lessons = new Lessons(folder, clock);
        lessons.load();
        return lessons;
    }

    /** The corrupt file that was put aside, for the admin. */
    public synchronized Optional<Path> corrupt() {
        return corrupt;
    }

    /** The points that what was learned adds; empty while there are too few lessons. */
    public Optional<Double> vote(int[] tokens) {
        return current().vote(tokens);
    }

    public Learner.Counts counts() {
        return current().counts();
    }

    /** All lessons, oldest first. */
    public List<Lesson> all() {
        return current().lessons();
    }

    /** Teaches one lesson; it is on the disk when this returns. A lesson with the same key is replaced. */
    public synchronized void learn(Lesson lesson) throws IOException {
        try (Held held = hold()) {
            load();
            if (!Files.exists(path)) {
                wholeBytes = file.replace(List.of());
            }
            file.append(lesson, wholeBytes);
            learner.learn(lesson);
            noteVersion(Files.size(path), written + 1);
            compact();
        }
    }

    /** Teaches many lessons; all or none are on the disk afterwards. */
    public synchronized void learn(Collection<Lesson> many) throws IOException {
        try (Held held = hold()) {
            load();
            learner.learn(many);
            rewrite();
        }
    }

    /** Forgets lessons as if they had never been taught. */
    public synchronized void forget(Predicate<Lesson> which) throws IOException {
        try (Held held = hold()) {
            load();
            learner.forget(which);
            rewrite();
        }
    }

    /** Changed lessons are appended: without this they would fill the disk. */
    private void compact() throws IOException {
        Learner.Counts live = learner.counts();
        if (written > 2 * (live.ham() + live.spam()) + FEW) {
            rewrite();
        }
    }

    private void rewrite() throws IOException {
        List<Lesson> all = learner.lessons();
        noteVersion(file.replace(all), all.size());
    }

    /** One looks again; the others go on with what is known and do not wait. */
    private Learner current() {
        return isFresh() ? learner : lookAgain();
    }

    private boolean isFresh() {
        return !looked.isBefore(clock.instant().minus(LOOK_AGAIN));
    }

    private synchronized Learner lookAgain() {
        Instant now = clock.instant();
        if (!isFresh()) {
            try {
                load();
            } catch (IOException e) {
                LOG.warn("the lessons of the spam filter cannot be read again; those in memory count", e);
                looked = now;
            }
        }
        return learner;
    }

    /** Reads the file when another process has changed it. */
    private void load() throws IOException {
        looked = clock.instant();
        String now = versionOf(path);
        if (now.equals(version)) {
            return;
        }
        Map<String, Lesson> newest = new LinkedHashMap<>();
        LessonFile.Content content = file.read(lesson -> {
            newest.remove(lesson.key());
            newest.put(lesson.key(), lesson);
        });
        if (content.isCorrupt()) {
            corrupt = Optional.of(file.putAside(clock.instant()));
            LOG.error(
                    "the lessons of the spam filter are corrupt: kept as {}, the filter starts without a vote",
                    corrupt.get());
            content = new LessonFile.Content(0, 0, false);
            newest.clear();
        }
        Learner next = new Learner();
        next.learn(newest.values());
        learner = next;
        noteVersion(content.wholeBytes(), content.lessons());
    }

    private void noteVersion(long whole, int lessons) throws IOException {
        wholeBytes = whole;
        written = lessons;
        version = versionOf(path);
    }

    private static String versionOf(Path path) throws IOException {
        if (!Files.exists(path)) {
            return "none";
        }
        BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
        return now.fileKey() + " " + now.size() + " " + now.lastModifiedTime();
    }

    /** One process at a time writes. */
    private Held hold() throws IOException {
        if (!Files.exists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        FileChannel channel =
                FileChannel.open(folder.resolve("lessons.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new Held(channel, channel.lock());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
