package vn.vanthu.james.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts that an administrator locked: one address a line in a file of the data folder, so that {@code ./vanthu user
 * lock} works while the gateway runs and while it does not.
 */
public final class LockedAccounts {

    private final Path file;

    public LockedAccounts(Path file) {
        this.file = file;
    }

    /** @throws UncheckedIOException when the file cannot be read: nobody is let in on a doubt */
    public boolean contains(String login) {
        return read().contains(login);
    }

    public void lock(String login) {
        Set<String> logins = read();
        if (logins.add(login)) {
            write(logins);
        }
    }

    public void unlock(String login) {
        Set<String> logins = read();
        if (logins.remove(login)) {
            write(logins);
        }
    }

    private Set<String> read() {
        try {
            return Files.exists(file) ? new TreeSet<>(Files.readAllLines(file)) : new TreeSet<>();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the locked accounts", e);
        }
    }

    private void write(Set<String> logins) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".new");
            Files.write(next, List.copyOf(logins));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the locked accounts", e);
        }
    }
}
