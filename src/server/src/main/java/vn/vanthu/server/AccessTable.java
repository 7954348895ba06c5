package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vanthu.organization.Approvals;
import vn.vanthu.organization.Assignment;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Period;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Unit;

/**
 * Who is what, who may open and send as which mailbox, who approves and who stands in, one right a line in a file of the data
 * folder: what {@code organization.xml} said when it was last looked at, so that a change while the gateway did not run is
 * seen too.
 */
final class AccessTable {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");

    /** The first line; a file without it was kept by a version that knew the assignments only. */
    private static final String ALL_RIGHTS = "#2";

    private final Path file;

    AccessTable(Path file) {
        this.file = file;
    }

    /** The rights that changed, for each person: {@code + vp@...: mở, gửi} was given, {@code - ...} taken. */
    SortedMap<String, SortedSet<String>> changes(Organization now) throws IOException {
        SortedMap<String, SortedSet<String>> changes = new TreeMap<>();
        if (Files.exists(file)) {
            SortedSet<String> before = new TreeSet<>(Files.readAllLines(file));
            SortedSet<String> after = before.remove(ALL_RIGHTS) ? rights(now) : assignments(now);
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
        List<String> lines = new ArrayList<>(List.of(ALL_RIGHTS));
        lines.addAll(rights(now));
        if (Files.exists(file) && Files.readAllLines(file).equals(lines)) {
            return;
        }
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static SortedSet<String> rights(Organization organization) {
        SortedSet<String> lines = assignments(organization);
        for (Person each : organization.people()) {
            lines.add(each.address() + "\tvai trò/role: " + each.role().code());
        }
        for (Unit each : organization.units()) {
            lines.add(each.head() + "\tthủ trưởng đơn vị/head of: " + each.name());
        }
        for (Approvals.Rule each : organization.approvals().rules()) {
            lines.add(each.approver() + "\tduyệt cho/approves for: " + each.mailbox() + days(each.period()));
        }
        for (Approvals.Absence each : organization.approvals().absences()) {
            lines.add(each.person() + "\tvắng mặt, không duyệt/away, does not approve" + days(each.period()));
            if (each.standIn() != null) {
                lines.add(each.standIn() + "\tduyệt thay/stands in for: " + each.person() + days(each.period()));
            }
        }
        return lines;
    }

    private static SortedSet<String> assignments(Organization organization) {
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
