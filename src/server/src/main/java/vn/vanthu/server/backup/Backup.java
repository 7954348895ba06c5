package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.WebAdmin;

/** Makes one backup. */
public final class Backup {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'vanthu-'uuuuMMdd-HHmmss");
    private static final String PARTIAL = ".partial";
    private static final String LOCK = "backup.lock";

    private final GatewayConfiguration configuration;
    private final Path data;
    private final Path archive;
    private final Path target;
    private final Consumer<String> progress;
    private final Clock clock;

    /** @param target folder of all backups, on another disk than the data */
    public Backup(GatewayConfiguration configuration, Path target, Consumer<String> progress) {
        this.configuration = configuration;
        this.data = configuration.options().data();
        this.archive = configuration.settings().archive(data);
        this.target = target;
        this.progress = progress;
        this.clock = configuration.clock();
    }

    /**
     * @param sameDisk whether a target on the data folder's own disk is accepted
     * @return the new backup's folder
     */
    public Path make(boolean sameDisk) throws Exception {
        requireFolders();
        try (FileChannel channel =
                        FileChannel.open(target.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new BackupException(
                        target + ": một lần sao lưu khác đang chạy / another backup is being made there");
            }
            removeUnfinished();
            DiskCheck.check(data, archive, target, sameDisk);
            return make();
        }
    }

    private void requireFolders() throws IOException, BackupException {
        if (Trees.isEmptyOrMissing(data)) {
            throw new BackupException(
                    data + " không có gì để sao lưu / holds nothing to copy; allowed: the data folder of"
                            + " a gateway, see --data");
        }
        if (Restored.in(data).isPresent()) {
            throw new BackupException(data + " vừa khôi phục, chưa xác nhận / was restored and is not confirmed; first"
                    + " './vanthu restore --confirm'");
        }
        try {
            Files.createDirectories(target);
        } catch (FileAlreadyExistsException e) {
            throw new BackupException(target + " không phải thư mục / is a file; allowed: a folder");
        }
    }

    /** What a backup left that was killed. */
    private void removeUnfinished() throws IOException {
        for (Path unfinished : Backups.in(target, PARTIAL)) {
            Trees.delete(unfinished);
        }
    }

    private Path make() throws Exception {
        ZonedDateTime now = ZonedDateTime.now(clock);
        Path made = target.resolve(NAME.format(now));
        Path partial = target.resolve(NAME.format(now) + PARTIAL);
        DataFolder.makePrivate(partial);
        try {
            copyAll(partial, now.toInstant());
            Files.move(partial, made, StandardCopyOption.ATOMIC_MOVE);
        } catch (Exception e) {
            Trees.delete(partial);
            throw e;
        }
        DataFolder.writePrivate(
                data.resolve("last-backup"), made.toAbsolutePath().toString());
        return made;
    }

    private void copyAll(Path folder, Instant now) throws Exception {
        String head;
        Path databases = Files.createDirectories(folder.resolve(LiveCopies.DATABASES));
        List<Manifest.Entry> files = new ArrayList<>();
        try (DataFolder stopped = takeIfStopped()) {
            if (stopped == null) {
                progress.accept("hàng đợi và cơ sở dữ liệu / queue and databases");
                WebAdmin gateway = runningGateway();
                head = gateway.copyQueueAndRegister(folder.toAbsolutePath());
                dump(LiveCopies.REGISTER, databases);
                gateway.copyMailboxes(folder.toAbsolutePath());
            } else {
                progress.accept(
                        "cổng thư không chạy, chép thẳng / the gateway is stopped: files are copied as they are");
                head = sealHead();
                dump(LiveCopies.REGISTER, databases);
            }
            dump(LiveCopies.JAMES, databases);
            files.addAll(copyData(folder, stopped != null));
        }
        for (String name : Copies.filesIn(configuration.options().conf())) {
            files.add(Copies.copy(configuration.options().conf().resolve(name), folder, "conf/" + name));
        }
        for (String name : Copies.filesIn(folder)) {
            if (name.startsWith(LiveCopies.DATABASES)
                    || files.stream().noneMatch(file -> file.path().equals(name))) {
                files.add(Copies.entryOf(folder, name));
            }
        }
        files.addAll(new ArchiveCopy(archive, target.resolve(ArchiveCopy.FOLDER), Backups.archived(target), progress)
                .bringUpToDate());
        new Manifest(now, head, files).writeTo(folder);
    }

    /** The data folder while no gateway has it; null while one has. */
    private @Nullable DataFolder takeIfStopped() throws IOException {
        try {
            return DataFolder.take(data);
        } catch (ConfigurationException running) {
            return null;
        }
    }

    private WebAdmin runningGateway() throws BackupException {
        try {
            return WebAdmin.of(data);
        } catch (IOException e) {
            throw new BackupException(data + " đang được dùng nhưng cổng thư chưa trả lời / is in use, but no gateway"
                    + " answers: it starts or stops, or another command works there. Try again in a minute");
        }
    }

    private String sealHead() throws IOException, ConfigurationException, RegisterUnavailableException {
        if (configuration.register().isEmbedded() && Trees.isEmptyOrMissing(data.resolve(LiveCopies.REGISTER))) {
            return ""; // no gateway ever ran here
        }
        return AuditAccess.sealHead(configuration.register())
                .map(head -> head.hash())
                .orElse("");
    }

    /** MariaDB is copied by its own program, whether the gateway runs or not; nothing when it is embedded. */
    private void dump(String name, Path databases) throws Exception {
        for (DatabaseCopy database : DatabaseCopy.onMariaDb(configuration)) {
            if (database.name().equals(name)) {
                progress.accept("mariadb-dump " + name);
                Databases.copy(database.access(), databases.resolve(name + ".sql"));
            }
        }
    }

    private List<Manifest.Entry> copyData(Path folder, boolean stopped) throws IOException {
        List<Manifest.Entry> copied = new ArrayList<>();
        List<String> names = new DataFiles(data, archive, stopped).names();
        for (String name : names) {
            Copies.copyIfThere(data.resolve(name), folder, "data/" + name).forEach(copied::add);
            if (copied.size() % 1000 == 0) {
                progress.accept(copied.size() + " / " + names.size() + " tệp / files");
            }
        }
        return copied;
    }
}
