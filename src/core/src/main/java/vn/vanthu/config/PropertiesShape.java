package vn.vanthu.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys that a properties file of James may hold, and what each may be. */
public final class PropertiesShape {

    private record Key(String name, Kind kind, boolean required) {}

    private final List<Key> keys = new ArrayList<>();

    public PropertiesShape required(String name, Kind kind) {
        keys.add(new Key(name, kind, true));
        return this;
    }

    public PropertiesShape optional(String name, Kind kind) {
        keys.add(new Key(name, kind, false));
        return this;
    }

    /** The values that stand in the file; notes everything in it that does not have this shape. */
    public Map<String, String> read(Path file, Problems problems) {
        Map<String, String> values = new HashMap<>();
        for (PropertiesFile.Entry entry : PropertiesFile.read(file, problems)) {
            if (values.put(entry.key(), entry.value()) != null) {
                problems.add(entry.where(), entry.key(), "each key once");
            }
            check(entry, problems);
        }
        for (Key key : keys) {
            if (key.required && values.getOrDefault(key.name, "").isEmpty()) {
                problems.missing(key.name, key.kind.allowed());
            }
        }
        return values;
    }

    private void check(PropertiesFile.Entry entry, Problems problems) {
        keys.stream()
                .filter(key -> key.name.equals(entry.key()))
                .findFirst()
                .ifPresentOrElse(
                        key -> checkValue(key, entry, problems),
                        () -> problems.unknown(
                                entry.where(),
                                entry.key(),
                                keys.stream().map(Key::name).toList()));
    }

    private static void checkValue(Key key, PropertiesFile.Entry entry, Problems problems) {
        if (!entry.value().isEmpty()) {
            key.kind.check(entry.where(), entry.value(), problems);
        }
    }
}
