package vn.vanthu.register.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A part of a WHERE clause and its values. */
record Condition(String sql, List<Object> values) {

    Condition(String sql, Object... values) {
        this(sql, List.of(values));
    }

    static String where(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" AND ", " WHERE ", ""));
    }

    static List<Object> values(List<Condition> conditions) {
        List<Object> values = new ArrayList<>();
        conditions.forEach(condition -> values.addAll(condition.values()));
        return values;
    }
}
