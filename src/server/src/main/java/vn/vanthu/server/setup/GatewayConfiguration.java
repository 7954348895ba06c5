package vn.vanthu.server.setup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.james.server.core.configuration.FileConfigurationProvider;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.config.Settings;
import vn.vanthu.james.DiskReserve;
import vn.vanthu.james.login.LoginGuard;
import vn.vanthu.james.relay.RelaySettings;
import vn.vanthu.james.relay.Relays;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.server.files.JamesFiles;
import vn.vanthu.server.files.WebAdminFile;
import vn.vanthu.server.james.JamesDatabase;
import vn.vanthu.server.james.JamesFolders;
import vn.vanthu.server.james.Listener;
import vn.vanthu.server.james.ListenerFiles;

/**
 * The whole configuration, read and checked before anything is started.
 *
 * @param settings {@code vanthu.properties} and the environment
 * @param organization {@code organization.xml}
 * @param files James's own files
 */
public record GatewayConfiguration(
        GatewayOptions options,
        Settings settings,
        LiveOrganization organization,
        JamesFolders folders,
        ListenerFiles files,
        Listener webAdmin) {

    /** @throws ConfigurationException with every problem of every file */
    public static GatewayConfiguration load(GatewayOptions options) throws ConfigurationException {
        requireFolder(options.conf());
        List<Problem> problems = new ArrayList<>();
        Settings settings =
                collect(problems, () -> Settings.load(options.conf().resolve("vanthu.properties"), System.getenv()));
        LiveOrganization organization =
                collect(problems, () -> LiveOrganization.open(options.conf().resolve("organization.xml")));
        Listener webAdmin = collect(problems, () -> WebAdminFile.read(options.conf()));
        problems.addAll(JamesFiles.check(new JamesFolders(options.conf(), options.data())));
        if (settings != null && settings.has(Setting.DKIM_KEY)) {
            collect(problems, () -> DkimKeys.named(settings.text(Setting.DKIM_KEY)));
        }
        if (settings != null) {
            collect(problems, () -> DkimKeys.known(settings, options.conf()));
        }
        if (settings == null || organization == null || webAdmin == null || !problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return with(options, settings, organization, webAdmin);
    }

    /** The same with one setting replaced. */
    public GatewayConfiguration with(Setting setting, String value) {
        return new GatewayConfiguration(options, settings.with(setting, value), organization, folders, files, webAdmin);
    }

    private static void requireFolder(Path conf) throws ConfigurationException {
        if (!Files.isDirectory(conf)) {
            throw new ConfigurationException(List.of(
                    new Problem(conf.toString(), "--conf", "no such folder", "the folder of the configuration", null)));
        }
    }

    private static GatewayConfiguration with(
            GatewayOptions options, Settings settings, LiveOrganization organization, Listener webAdmin) {
        JamesFolders folders = new JamesFolders(options.conf(), options.data());
        ListenerFiles files = new ListenerFiles(
                new FileConfigurationProvider(new FileSystemImpl(folders), folders),
                options.portOffset(),
                settings.text(Setting.LISTEN),
                hostname(settings));
        Listener moved = new Listener(webAdmin.host(), webAdmin.port() + options.portOffset());
        return new GatewayConfiguration(options, settings, organization, folders, files, moved);
    }

    private interface Part<T> {
        T read() throws ConfigurationException;
    }

    private static <T> @Nullable T collect(List<Problem> problems, Part<T> part) {
        try {
            return part.read();
        } catch (ConfigurationException e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private static String hostname(Settings settings) {
        if (settings.has(Setting.HOSTNAME)) {
            return settings.text(Setting.HOSTNAME);
        }
        try {
            return java.net.InetAddress.getLocalHost().getCanonicalHostName();
        } catch (java.net.UnknownHostException e) {
            return "localhost";
        }
    }

    public String hostname() {
        return hostname(settings);
    }

    public Clock clock() {
        return Clock.system(settings.timezone());
    }

    public RegisterSettings register() {
        return RegisterAccess.of(settings, options.data());
    }

    /** Who gets the daily seal head besides our own people. */
    public List<String> sealRecipients() {
        String addresses = settings.text(Setting.SEAL_RECIPIENTS);
        return addresses.isEmpty() ? List.of() : List.of(addresses.split("\\s*,\\s*"));
    }

    /** James's own data: as {@code james-database.properties} says, or embedded. */
    public JamesDatabase jamesDatabase() throws ConfigurationException {
        Path file = options.conf().resolve("james-database.properties");
        if (!Files.exists(file)) {
            return JamesDatabase.embedded(options.data().resolve("james"));
        }
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new JamesDatabase(
                required(properties, file, "database.driverClassName"),
                required(properties, file, "database.url"),
                properties.getProperty("database.username"),
                settings.has(Setting.JAMES_DB_PASSWORD)
                        ? settings.text(Setting.JAMES_DB_PASSWORD)
                        : properties.getProperty("database.password"));
    }

    private static String required(Properties properties, Path file, String key) throws ConfigurationException {
        String value = properties.getProperty(key);
        if (value == null) {
            throw new ConfigurationException(
                    List.of(new Problem(file.toString(), key, "nothing", "as in James's sample file", null)));
        }
        return value;
    }

    public LoginGuard.Limits loginLimits() {
        return new LoginGuard.Limits(
                settings.number(Setting.LOGIN_ACCOUNT_FAILURES),
                settings.number(Setting.LOGIN_CLIENT_FAILURES),
                settings.minutes(Setting.LOGIN_WINDOW_MINUTES),
                settings.minutes(Setting.LOGIN_LOCK_MINUTES),
                Duration.ofSeconds(settings.number(Setting.LOGIN_DELAY_SECONDS)));
    }

    public DiskReserve diskReserve() {
        return new DiskReserve(options.data(), settings.number(Setting.DISK_RESERVE) * 1024L * 1024L);
    }

    /** Who is told what needs an administrator: the one of the settings, or the heads of the office. */
    public List<String> administrators() {
        return settings.has(Setting.ADMIN_ADDRESS)
                ? List.of(settings.text(Setting.ADMIN_ADDRESS))
                : organization.get().withRole(Role.OFFICE_HEAD).stream()
                        .map(Person::address)
                        .toList();
    }

    public Relays.WayOut wayOut() {
        var host = options.smarthost() != null
                ? options.smarthost()
                : settings.smarthost().orElse(null);
        if (host == null) {
            return new Relays.WayOut(null, hostname());
        }
        String user = emptyToNull(settings.text(Setting.SMARTHOST_USER));
        String password = emptyToNull(settings.text(Setting.SMARTHOST_PASSWORD));
        RelaySettings.Tls tls =
                switch (settings.text(Setting.SMARTHOST_TLS)) {
                    case "tls" -> RelaySettings.Tls.IMPLICIT;
                    case "starttls" -> RelaySettings.Tls.STARTTLS;
                    default -> user == null ? RelaySettings.Tls.OPPORTUNISTIC : RelaySettings.Tls.STARTTLS;
                };
        return new Relays.WayOut(
                new RelaySettings.Smarthost(host.host(), host.port(), user, password, tls), hostname());
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /** All files as one text, for the register; secrets are left out. */
    public String content() {
        StringBuilder content = new StringBuilder("# settings\n" + settings + "\n");
        try (Stream<Path> all = Files.list(options.conf())) {
            for (Path file : all.filter(GatewayConfiguration::isPublic).sorted().toList()) {
                content.append("# file ").append(file.getFileName()).append('\n');
                content.append(Files.readString(file)).append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the configuration in " + options.conf() + " cannot be read", e);
        }
        return content.toString();
    }

    private static boolean isPublic(Path file) {
        String name = String.valueOf(file.getFileName());
        return Files.isRegularFile(file) && (name.endsWith(".xml") || name.equals("webadmin.properties"));
    }

    /** The start of the content's SHA-256: names this configuration in the register. */
    public String version() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
