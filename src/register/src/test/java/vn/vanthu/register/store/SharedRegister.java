package vn.vanthu.register.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import vn.vanthu.register.testing.MariaDbServer;

/**
 * A register on each database that tests share one after the other, since to make one takes seconds: empty at first, with
 * the clock where the test wants it. It is sealed only when a test does so.
 */
public final class SharedRegister {

    private static final Map<Vendor, SharedRegister> OPEN = new EnumMap<>(Vendor.class);

    private final RegisterSettings settings;
    private final MovingClock clock = new MovingClock(Instant.EPOCH);
    private final RegisterDatabase database;

    private SharedRegister(RegisterSettings settings) throws Exception {
        this.settings = settings;
        this.database = RegisterDatabase.open(settings, clock);
        database.sealNoLongerByItself();
    }

    /** The embedded one. */
    public static SharedRegister onH2(Instant now) throws Exception {
        return on(Vendor.H2, now);
    }

    static synchronized SharedRegister on(Vendor vendor, Instant now) throws Exception {
        SharedRegister shared = OPEN.get(vendor);
        if (shared == null) {
            shared = new SharedRegister(newSettings(vendor));
            OPEN.put(vendor, shared);
        }
        shared.empty();
        shared.clock.set(now);
        return shared;
    }

    private static RegisterSettings newSettings(Vendor vendor) throws Exception {
        Path folder = Files.createTempDirectory("vanthu-register");
        return vendor == Vendor.H2
                ? RegisterSettings.embedded(folder)
                : MariaDbServer.start().newDatabase(folder);
    }

    private void empty() throws Exception {
        try (Connection admin = TestDatabase.asAdmin(settings);
                Statement sql = admin.createStatement()) {
            for (LogTable table : LogTable.values()) {
                sql.executeUpdate("DELETE FROM " + table.table());
            }
            sql.executeUpdate("DELETE FROM seal_leaf");
            sql.executeUpdate("DELETE FROM seal");
            sql.executeUpdate("DELETE FROM book_counter");
            sql.executeUpdate("UPDATE sealer SET low_id = 0");
        }
    }

    public RegisterSettings settings() {
        return settings;
    }

    public RegisterDatabase database() {
        return database;
    }

    MovingClock clock() {
        return clock;
    }
}
