package vn.vanthu.server.files;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Driver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.james.server.core.filesystem.FileSystemImpl;
import org.apache.mailet.Mailet;
import org.apache.mailet.Matcher;
import vn.vanthu.config.Kind;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Problems;
import vn.vanthu.config.PropertiesShape;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlFile;
import vn.vanthu.server.james.JamesFolders;

/** Checks James's files in the configuration folder. Files of other names are nobody's business. */
public final class JamesFiles {

    /** Files of which James reads little, and that are not meant to be changed. */
    private static final List<String> OTHERS = List.of(
            "dnsservice", "domainlist", "listeners", "mailrepositorystore", "recipientrewritetable", "usersrepository");

    private static final String JAMES = "org.apache.james.transport.";
    private static final String SMTP = "org.apache.james.smtpserver";

    private final JamesFolders folders;
    private final ClassLoader loader;
    private final List<Problem> found = new ArrayList<>();

    private JamesFiles(JamesFolders folders) {
        this.folders = folders;
        this.loader = new URLClassLoader(extensions(folders.data()), JamesFiles.class.getClassLoader());
    }

    /** James loads further mailets from the jars in this folder. */
    private static URL[] extensions(Path data) {
        try (Stream<Path> jars = Files.list(data.resolve("extensions-jars"))) {
            return jars.map(Path::toUri).map(JamesFiles::url).toArray(URL[]::new);
        } catch (IOException e) {
            return new URL[0];
        }
    }

    private static URL url(URI uri) {
        try {
            return uri.toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a file has a URL", e);
        }
    }

    /** Every problem of every file; empty when James can be started with them. */
    public static List<Problem> check(JamesFolders folders) {
        JamesFiles files = new JamesFiles(folders);
        files.checkListeners();
        files.checkContainer();
        files.checkDatabase();
        OTHERS.forEach(name -> files.xml(name, (root, problems) -> {
            if (!root.name().equals(name)) {
                problems.unknown(root.key(), root.name(), List.of(name));
            }
        }));
        return List.copyOf(files.found);
    }

    private void checkListeners() {
        TlsFiles tls = new TlsFiles(new FileSystemImpl(folders), folders.data().resolve("tls"));
        ListenerCheck check = new ListenerCheck(
                tls,
                new LoadableClasses(
                        loader,
                        Object.class,
                        List.of("vn.vanthu.james.smtp", SMTP, SMTP + ".fastfail"),
                        "",
                        "the full name of a handler's class"));
        xml("smtpserver", (root, problems) -> {
            ListenerShapes.SMTP.check(root, problems);
            check.checkSmtp(root, problems);
        });
        xml("imapserver", (root, problems) -> {
            ListenerShapes.IMAP.check(root, problems);
            check.checkImap(root, problems);
        });
    }

    private void checkContainer() {
        LoadableClasses mailets = new LoadableClasses(
                loader,
                Mailet.class,
                List.of("vn.vanthu.mailets", JAMES + "mailets"),
                JAMES + "mailets",
                "a mailet: James's by its short name, any other by its full name");
        LoadableClasses matchers = new LoadableClasses(
                loader,
                Matcher.class,
                List.of("vn.vanthu.matchers", JAMES + "matchers"),
                JAMES + "matchers",
                "a matcher: James's by its short name, any other by its full name");
        xml("mailetcontainer", (root, problems) -> new ContainerFile(mailets, matchers, problems).check(root));
    }

    /** May be missing: then James's data is embedded in the data folder. */
    private void checkDatabase() {
        Path file = folders.conf().resolve("james-database.properties");
        if (!Files.exists(file)) {
            return;
        }
        Problems problems = new Problems(file.toString());
        new PropertiesShape()
                .required("database.driverClassName", Kind.of("a JDBC driver's class that is here", this::isClass))
                .required("database.url", Kind.matching("a URL that starts with jdbc:", "jdbc:\\S+"))
                .optional("database.username", Kind.TEXT)
                .optional("database.password", Kind.SECRET)
                .read(file, problems);
        found.addAll(problems.list());
    }

    private boolean isClass(String name) {
        return new LoadableClasses(loader, Driver.class, List.of(), "", "")
                .find(name)
                .isPresent();
    }

    private void xml(String name, BiConsumer<XmlElement, Problems> check) {
        Path file = folders.conf().resolve(name + ".xml");
        Problems problems = new Problems(file.toString());
        Optional<XmlElement> root = XmlFile.read(file, problems);
        root.ifPresent(element -> check.accept(element, problems));
        found.addAll(problems.list());
    }
}
