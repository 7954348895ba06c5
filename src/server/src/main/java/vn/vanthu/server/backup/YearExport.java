package vn.vanthu.server.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.store.SealHead;
import vn.vanthu.register.store.Verification;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * A closed year as a folder that proves itself: the register with its chain of seals, as an embedded one, and the year's
 * files of the archive, with a manifest of hashes. {@code ./vanthu audit} reads and verifies it without a gateway.
 */
public final class YearExport {

    private static final String README =
            """
            Năm %1$d của sổ đăng ký và kho lưu trữ văn bản, xuất ngày %2$s.
            The register and the archive of %1$d.

            Kiểm tra, tra cứu không cần cổng thư / to verify and search without the gateway:

                ./vanthu audit verify --conf conf --data data
                ./vanthu audit archive --verify --year %1$d --conf conf --data data
                ./vanthu audit search "TỪ NGỮ" --conf conf --data data
                ./vanthu audit book incoming --year %1$d --conf conf --data data
                ./vanthu audit book outgoing --year %1$d --conf conf --data data
            """;

    private final GatewayConfiguration configuration;
    private final int year;
    private final Consumer<String> progress;

    public YearExport(GatewayConfiguration configuration, int year, Consumer<String> progress) {
        this.configuration = configuration;
        this.year = year;
        this.progress = progress;
    }

    /**
     * Makes and verifies the export, then records it.
     *
     * @param act who exports and why, without the export's hash
     * @return the export's folder, {@code vanthu-nam-YEAR} in the target
     * @throws BackupException when the year is not over or a book of it is open, the folder is there already, or what was
     *     written does not verify
     */
    public Path make(RegisterDatabase register, Path target, AdminAct act) throws Exception {
        refuseOpen(register);
        Path made = target.resolve("vanthu-nam-" + year);
        if (Files.exists(made)) {
            throw new BackupException(made + " is there already; allowed: another folder, or remove it first");
        }
        Path partial = target.resolve("vanthu-nam-" + year + ".partial");
        Trees.delete(partial);
        DataFolder.makePrivate(partial);
        try {
            String hash = write(register, partial, act.at());
            verify(partial);
            Files.move(partial, made, StandardCopyOption.ATOMIC_MOVE);
            register.register()
                    .administered(new AdminAct(
                            act.at(),
                            act.login(),
                            act.systemUser(),
                            AdminAct.Action.YEAR_EXPORTED,
                            String.valueOf(year),
                            act.detail() + "; " + made + "; manifest SHA-256 " + hash,
                            act.key()));
            return made;
        } catch (Exception e) {
            Trees.delete(partial);
            throw e;
        }
    }

    private void refuseOpen(RegisterDatabase register) throws Exception {
        if (year >= java.time.LocalDate.now(configuration.clock()).getYear()) {
            throw new BackupException("the year " + year + " is not over");
        }
        for (Book book : Book.values()) {
            if (!register.isClosed(book, year)) {
                String name = book == Book.INCOMING ? "incoming" : "outgoing";
                throw new BackupException("the book '" + name + "' of " + year + " is open; first: ./vanthu book close "
                        + name + " --year " + year + " --as LOGIN --reason TEXT");
            }
        }
    }

    private String write(RegisterDatabase register, Path folder, Instant now) throws Exception {
        progress.accept("sổ / register");
        Path data = folder.resolve("data");
        DataFolder.makePrivate(data);
        register.copyInto(data);
        Path conf = Files.createDirectories(folder.resolve("conf"));
        Files.writeString(conf.resolve("vanthu.properties"), "");
        Copies.copy(configuration.options().conf().resolve("organization.xml"), folder, "conf/organization.xml");
        Files.writeString(folder.resolve("README.txt"), README.formatted(year, now));
        Path archive = archive();
        for (String file : files()) {
            Copies.copy(archive.resolve(file), folder, "data/archive/" + file);
        }
        List<Manifest.Entry> entries = new ArrayList<>();
        for (String file : Copies.filesIn(folder)) {
            entries.add(Copies.entryOf(folder, file));
        }
        String head = register.sealHead().map(SealHead::hash).orElse("");
        new Manifest(now, head, entries).writeTo(folder);
        return Copies.entryOf(folder, Manifest.FILE).sha256();
    }

    private void verify(Path folder) throws Exception {
        progress.accept("kiểm tra lại bản xuất / the export is verified");
        RegisterSettings settings = RegisterSettings.embedded(folder.resolve("data"));
        Verification register = AuditAccess.verify(settings, "", rows -> {});
        if (!register.isIntact()) {
            throw new BackupException(
                    "the register does not verify: " + register.findings() + "; see ./vanthu audit verify");
        }
        try (AuditDatabase audit = AuditDatabase.open(settings)) {
            int wrong = audit.archive(
                    folder.resolve("data/archive"), year, true, Format.CSV.writer(OutputStream.nullOutputStream()));
            if (wrong > 0) {
                throw new BackupException(wrong + " files of " + year
                        + " are missing or altered; see ./vanthu audit archive --verify --year " + year);
            }
        }
    }

    /**
     * Takes the year's files out of the archive folder, after the export was made and verified: the register's rows stay.
     * The export must be intact still.
     */
    public void leave(RegisterDatabase register, Path made, AdminAct act) throws Exception {
        for (Manifest.Entry entry : Manifest.read(made).files()) {
            if (!Copies.entryOf(made, entry.path()).equals(entry)) {
                throw new BackupException("the export is damaged: " + entry.path() + "; nothing was taken out");
            }
        }
        register.register().administered(act);
        for (String file : files()) {
            Files.delete(archive().resolve(file));
        }
    }

    private Path archive() {
        return configuration.settings().archive(configuration.options().data());
    }

    private List<String> files() throws IOException {
        return Copies.filesIn(archive()).stream()
                .filter(file -> file.matches("[^/]+/" + year + "/.*"))
                .toList();
    }
}
