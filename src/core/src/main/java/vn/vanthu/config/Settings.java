package vn.vanthu.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of {@code vanthu.properties}. What stands in the environment ({@link Setting#environmentName()}) goes before
 * the file, the file before the default; an empty value counts as none. Immutable.
 */
public final class Settings {

    private static final String PREFIX = "VANTHU_";

    private final Map<Setting, String> given;

    private Settings(Map<Setting, String> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
    }

    /**
     * Reads the file, if it is there, and the environment.
     *
     * @throws ConfigurationException with every problem of both
     */
    public static Settings load(Path file, Map<String, String> environment) throws ConfigurationException {
        Problems inFile = new Problems(file.toString());
        Problems inEnvironment = new Problems("environment");
        Map<Setting, String> given = new EnumMap<>(Setting.class);
        readFile(file, given, inFile);
        readEnvironment(new TreeMap<>(environment), given, inEnvironment);
        checkTogether(new Settings(given), inFile);
        inFile.addAll(inEnvironment);
        inFile.throwIfAny();
        return new Settings(given);
    }

    private static void readFile(Path file, Map<Setting, String> given, Problems problems) {
        Map<Setting, Integer> lines = new EnumMap<>(Setting.class);
        for (PropertiesFile.Entry entry : PropertiesFile.read(file, problems)) {
            Optional<Setting> setting = Setting.ofKey(entry.key());
            if (setting.isEmpty()) {
                problems.unknown(entry.where(), entry.key(), Setting.keys());
                continue;
            }
            Integer before = lines.putIfAbsent(setting.get(), entry.line());
            if (before != null) {
                problems.add(entry.where(), entry.key(), "each key once; it stands in line " + before + " already");
            }
            take(setting.get(), entry.where(), entry.value(), given, problems);
        }
    }

    private static void readEnvironment(
            Map<String, String> environment, Map<Setting, String> given, Problems problems) {
        for (Setting setting : Setting.values()) {
            String name = setting.environmentName();
            take(setting, name, environment.getOrDefault(name, "").strip(), given, problems);
        }
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX))
                .forEach(name -> checkEnvironmentName(name, problems));
    }

    /** Other programs may use names of ours too; one that is nearly a setting's name is taken for a mistake. */
    private static void checkEnvironmentName(String name, Problems problems) {
        List<String> known =
                List.of(Setting.values()).stream().map(Setting::environmentName).toList();
        if (!known.contains(name)) {
            NearestName.of(name, known)
                    .ifPresent(near -> problems.add(name, name, "the environment name of a setting", near));
        }
    }

    private static void take(
            Setting setting, String where, String value, Map<Setting, String> given, Problems problems) {
        if (!value.isEmpty()) {
            setting.kind().check(where, value, problems);
            given.put(setting, value);
        }
    }

    private static void checkTogether(Settings settings, Problems problems) {
        settings.requires(Setting.SMARTHOST_USER, Setting.SMARTHOST, problems);
        settings.requires(Setting.SMARTHOST_USER, Setting.SMARTHOST_PASSWORD, problems);
        settings.requires(Setting.SMARTHOST_PASSWORD, Setting.SMARTHOST_USER, problems);
        for (Setting part : List.of(Setting.LDAP_BASE, Setting.LDAP_USER, Setting.LDAP_PASSWORD)) {
            settings.requires(Setting.LDAP_URL, part, problems);
            settings.requires(part, Setting.LDAP_URL, problems);
        }
        settings.requires(Setting.DB_ADMIN_PASSWORD, Setting.DB_ADMIN_USER, problems);
        if (settings.text(Setting.DB_URL).startsWith("jdbc:mariadb:") && !settings.has(Setting.DB_USER)) {
            problems.missing(Setting.DB_USER.key(), "the account at the server of " + Setting.DB_URL.key());
        } else {
            settings.requires(Setting.DB_PASSWORD, Setting.DB_USER, problems);
        }
    }

    private void requires(Setting one, Setting other, Problems problems) {
        if (has(one) && !has(other)) {
            problems.missing(other.key(), other.kind().allowed() + ", because " + one.key() + " is given");
        }
    }

    /** Whether there is a value, given or by default. */
    public boolean has(Setting setting) {
        return !text(setting).isEmpty();
    }

    /** The value; empty when there is none. */
    public String text(Setting setting) {
        return given.getOrDefault(setting, setting.byDefault());
    }

    /** The value of a setting whose kind is a whole number. */
    public int number(Setting setting) {
        return Integer.parseInt(text(setting));
    }

    public Duration minutes(Setting setting) {
        return Duration.ofMinutes(number(setting));
    }

    public ZoneId timezone() {
        return ZoneId.of(text(Setting.TIMEZONE));
    }

    /** Of the notices, the first one first. */
    public List<String> languages() {
        return List.of(text(Setting.LANGUAGES).split("\\s*,\\s*"));
    }

    public Optional<HostAndPort> smarthost() {
        return Optional.of(text(Setting.SMARTHOST))
                .filter(text -> !text.isEmpty())
                .map(HostAndPort::parse);
    }

    /** The archive folder; a relative one is in the data folder. */
    public Path archive(Path data) {
        return data.resolve(text(Setting.ARCHIVE));
    }

    /** The same settings with one value replaced, as the command line does. */
    public Settings with(Setting setting, String value) {
        if (!setting.kind().accepts().test(value)) {
            throw new IllegalArgumentException(
                    setting.key() + ": allowed: " + setting.kind().allowed());
        }
        Settings changed = new Settings(given);
        changed.given.put(setting, value);
        return changed;
    }

    /** What was given, without secrets, a line each. */
    @Override
    public String toString() {
        return given.entrySet().stream()
                .map(entry -> entry.getKey().key() + "="
                        + (entry.getKey().kind().secret() ? "(not shown)" : entry.getValue()))
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
