package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import vn.vanthu.server.setup.DataFolder;

/**
 * Which files of the data folder a backup copies as they are.
 *
 * @param archive copied apart: its files never change
 * @param stopped whether no gateway runs; else queue and databases are the running gateway's to copy
 */
record DataFiles(Path data, Path archive, boolean stopped) {

    private static final Set<String> PASSING = Set.of("tmp", "log", DataFolder.LOCK, "webadmin.address", "last-backup");
    private static final Set<String> LIVE = Set.of("queue", "james", "register");

    List<String> names() throws IOException {
        return Copies.filesIn(data).stream().filter(this::isKept).toList();
    }

    private boolean isKept(String name) {
        String top = name.split("/", 2)[0];
        boolean passing = PASSING.contains(top) || name.endsWith("gateway.lock") || name.equals("queue/lock");
        boolean live = !stopped && LIVE.contains(top);
        boolean archived = data.resolve(name).startsWith(archive);
        return !passing && !live && !archived && !name.endsWith(".new");
    }
}
