package vn.vanthu.james.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Passwords that an administrator made and so knows: each serves for a day from its first login, and is good for a month if
 * it is never used. In that time its owner types one of his own ({@code ./vanthu user passwd}). One account a line in a file
 * of the data folder, so that the commands work while the gateway runs and while it does not.
 */
public final class FirstPasswords {

    private static final Duration IN_USE = Duration.ofDays(1);
    private static final Duration UNUSED = Duration.ofDays(30);

    /** @param until when it stops to open anything; {@code used}: it was logged in with already */
    private record First(Instant until, boolean used) {}

    private final Path file;

    public FirstPasswords(Path file) {
        this.file = file;
    }

    /** The account has a password for one use from now on. */
    public synchronized void made(String login, Instant now) {
        Map<String, First> all = read();
        all.put(login, new First(now.plus(UNUSED), false));
        write(all);
    }

    /** The account has a password of its owner's own. */
    public synchronized void changed(String login) {
        Map<String, First> all = read();
        if (all.remove(login) != null) {
            write(all);
        }
    }

    /**
     * Whether the account's password is one for one use, and its time is over. To be asked at each login; the first one
     * starts the day.
     *
     * @throws UncheckedIOException when the file cannot be read or written: nobody is let in on a doubt
     */
    public synchronized boolean isUsedUp(String login, Instant now) {
        Map<String, First> all = read();
        @Nullable First first = all.get(login);
        if (first == null || !now.isBefore(first.until())) {
            return first != null;
        }
        if (!first.used()) {
            all.put(login, new First(now.plus(IN_USE), true));
            write(all);
        }
        return false;
    }

    private Map<String, First> read() {
        Map<String, First> all = new TreeMap<>();
        try {
            if (Files.exists(file)) {
                for (String line : Files.readAllLines(file)) {
                    String[] parts = line.split("\t");
                    all.put(parts[0], new First(Instant.parse(parts[1]), parts[2].equals("used")));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the first passwords' accounts", e);
        }
    }

    private void write(Map<String, First> all) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(
                    next,
                    all.entrySet().stream()
                            .map(each -> each.getKey() + "\t" + each.getValue().until() + "\t"
                                    + (each.getValue().used() ? "used" : "unused"))
                            .toList());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the first passwords' accounts", e);
        }
    }
}
