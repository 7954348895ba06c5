package vn.vanthu.register.store;

import java.util.Arrays;
import java.util.List;

/** The names of the tables whose rows are sealed. */
public final class SealedTables {

    private SealedTables() {}

    public static List<String> names() {
        return Arrays.stream(LogTable.values()).map(LogTable::table).toList();
    }
}
