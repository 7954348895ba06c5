package vn.vanthu.acceptance.campaign;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The campaign's result as a Markdown table, which people can read as it is. */
final class Table {

    private static final int MOST_EVIDENCE = 20;

    private Table() {}

    private static void steps(
            StringBuilder table, String title, Map<String, Integer> stepsHit, Predicate<Integer> which) {
        List<String> steps = stepsHit.entrySet().stream()
                .filter(step -> which.test(step.getValue()))
                .map(step -> step.getKey() + " (" + step.getValue() + ")")
                .toList();
        if (!steps.isEmpty()) {
            table.append('\n')
                    .append(title)
                    .append(": ")
                    .append(String.join("; ", steps))
                    .append(".\n");
        }
    }

    static String of(Map<String, Count> counts, Map<String, Integer> stepsHit) {
        List<Count.Column> columns = Arrays.asList(Count.Column.values());
        StringBuilder table = new StringBuilder("| fault | rounds | accepted |");
        columns.forEach(column -> table.append(' ').append(column.title()).append(" |"));
        table.append("\n|---|").append("---:|".repeat(columns.size() + 2)).append('\n');
        counts.forEach((fault, count) -> {
            table.append("| %s | %d | %d |".formatted(fault, count.rounds(), count.accepted()));
            columns.forEach(
                    column -> table.append(' ').append(count.get(column)).append(" |"));
            table.append('\n');
        });
        steps(table, "Killed before these steps", stepsHit, times -> times > 0);
        steps(table, "No mail came by", stepsHit, times -> times == 0);
        counts.forEach((fault, count) -> count.evidence().stream()
                .limit(MOST_EVIDENCE)
                .forEach(why -> table.append("\n- ").append(fault).append(": ").append(why)));
        return table.append('\n').toString();
    }
}
