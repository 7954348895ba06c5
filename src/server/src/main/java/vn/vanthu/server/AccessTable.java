package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vanthu.organization.Assignment;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Period;

/**
 * Who may open and send as which mailbox, one right a line in a file of the data folder: what {@code organization.xml} said
 * when it was last looked at, so that a change while the gateway did not run is seen too.
 */
final class AccessTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    private final Path file;

    AccessTable(Path file) {
        this.file = file;
    }

    /** The rights that changed, for each person: {@code + vp@...: mở, gửi} was given, {@code - ...} taken. */
    SortedMap<String, SortedSet<String>> changes(Organization now) throws IOException {
        SortedMap<String, SortedSet<String>> changes = new TreeMap<>();
        if (Files.exists(file)) {
            SortedSet<String> before = new TreeSet<>(Files.readAllLines(file));
            SortedSet<String> after = lines(now);
            note("- ", before, after, changes);
            note("+ ", after, before, changes);
        }
        return changes;
    }

    private static void note(
            String sign,
            SortedSet<String> these,
            SortedSet<String> those,
            SortedMap<String, SortedSet<String>> changes) {
        these.stream().filter(line -> !those.contains(line)).forEach(line -> {
            String[] parts = line.split("\t", 2);
            changes.computeIfAbsent(parts[0], any -> new TreeSet<>()).add(sign + parts[1]);
        });
    }

    /** Another one after each {@link #keep}. */
    long version() throws IOException {
        return Files.exists(file) ? Files.getLastModifiedTime(file).toMillis() : 0;
    }

    /** From now on this is what was looked at. */
    void keep(Organization now) throws IOException {
        if (Files.exists(file) && changes(now).isEmpty()) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, List.copyOf(lines(now)));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static SortedSet<String> lines(Organization organization) {
        SortedSet<String> lines = new TreeSet<>();
        for (Assignment each : organization.assignments()) {
            String rights = (each.open() ? "mở/open" : "")
                    + (each.open() && each.send() ? ", " : "")
                    + (each.send() ? "gửi/send" : "");
            lines.add(each.person() + "\t" + each.mailbox() + ": " + rights + days(each.period()));
        }
        return lines;
    }

    private static String days(Period period) {
        return (period.from() == null ? "" : ", từ " + DAY.format(period.from()))
                + (period.until() == null ? "" : ", đến hết " + DAY.format(period.until()));
    }
}
