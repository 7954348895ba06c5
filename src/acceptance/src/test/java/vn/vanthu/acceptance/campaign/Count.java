package vn.vanthu.acceptance.campaign;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one fault cost: each column of the report, and the first tokens and words behind what is not zero. */
final class Count {

    /** The report's columns. Only {@link #SENT_AGAIN} may be above zero: DESIGN.md's one exception, a crash in between. */
    enum Column {
        LOST("lost"),
        LEAKED("leaked"),
        CHANGED("changed"),
        TWICE_IN_MAILBOX("delivered twice"),
        TWICE_OUTSIDE("relayed twice"),
        SENT_AGAIN("again after a crash"),
        ROWS("rows ≠ 1"),
        NUMBER_TWICE("duplicate number"),
        GAP("gap"),
        SEAL("seal"),
        ARCHIVE("archive");

        private final String title;

        Column(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final Map<Column, Integer> numbers = new LinkedHashMap<>();
    private final List<String> evidence = new ArrayList<>();
    private int rounds;
    private int accepted;

    void round(int mailsAccepted) {
        rounds++;
        accepted += mailsAccepted;
    }

    void add(Column column, String why) {
        numbers.merge(column, 1, Integer::sum);
        evidence.add(column.title() + ": " + why);
    }

    int get(Column column) {
        return numbers.getOrDefault(column, 0);
    }

    int rounds() {
        return rounds;
    }

    int accepted() {
        return accepted;
    }

    List<String> evidence() {
        return evidence;
    }

    boolean isClean() {
        return numbers.keySet().stream().allMatch(column -> column == Column.SENT_AGAIN);
    }
}
