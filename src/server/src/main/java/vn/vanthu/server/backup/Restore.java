package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Settings;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * Puts a backup into an empty data folder: all of it, or nothing. The folder bears the mark {@link Restored} from the first
 * byte on, so that one that was killed half-way is known: no gateway starts there, and the next try begins anew.
 */
public final class Restore {

    private static final String DATA = "data/";

    private final Path backup;
    private final Path conf;
    private final Path data;
    private final Consumer<String> progress;
    private final List<MariaDbLoad> loads = new ArrayList<>();

    public Restore(Path backup, Path conf, Path data, Consumer<String> progress) {
        this.backup = backup;
        this.conf = conf;
        this.data = data;
        this.progress = progress;
    }

    /** Afterwards the gateway does not start before {@link Confirmation}. */
    public void run() throws Exception {
        Manifest manifest = Manifest.read(backup);
        requireEmpty();
        requireConfFolder();
        verify(manifest);
        requireRoom(manifest);
        boolean isNew = !Files.exists(data);
        try (DataFolder taken = DataFolder.take(data)) {
            fill(manifest, taken, isNew);
        }
        for (MariaDbLoad load : loads) {
            load.filled();
        }
    }

    private void requireEmpty() throws IOException, BackupException {
        if (!Trees.isEmptyOrMissing(data)
                && Restored.in(data).filter(mark -> !mark.whole()).isEmpty()) {
            throw new BackupException(data + " có dữ liệu / holds data; allowed: an empty or missing folder. Stop the"
                    + " gateway and move the old folder away: it may still be needed");
        }
    }

    private void verify(Manifest manifest) throws IOException, BackupException {
        long bytes = 0;
        for (Manifest.Entry wanted : manifest.files()) {
            if (!Files.isRegularFile(backup.resolve(wanted.path()))) {
                throw new BackupException("bản sao lưu thiếu / the backup is not whole: " + wanted.path()
                        + " is missing; take another one");
            }
            if (!Copies.entryOf(backup, wanted.path()).equals(wanted)) {
                throw new BackupException("bản sao lưu hỏng / the backup is damaged: " + wanted.path()
                        + " is not what the manifest says; take another one");
            }
            bytes += wanted.size();
        }
        progress.accept(manifest.files().size() + " tệp nguyên vẹn / files are intact, " + bytes + " byte");
    }

    /** The configuration goes to its place last: it would be a pity to copy everything else in vain. */
    private void requireConfFolder() throws IOException, BackupException {
        if (!Trees.isEmptyOrMissing(conf)) {
            return;
        }
        Path place = DiskCheck.existing(Copies.parent(conf));
        try {
            Files.delete(Files.createTempDirectory(place, ".vanthu-restore-"));
        } catch (IOException e) {
            throw new BackupException(conf + " không ghi được / cannot be made by this account: " + e.getMessage()
                    + "; first, as root: cp -rT " + backup.resolve("conf") + " " + conf);
        }
    }

    private void requireRoom(Manifest manifest) throws IOException, BackupException, ConfigurationException {
        Path archive = archive();
        long needed = 0;
        long archived = 0;
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith(DATA)) {
                needed += file.size();
            } else if (file.path().startsWith(ArchiveCopy.FROM_BACKUP)) {
                archived += Files.exists(archive.resolve(archived(file))) ? 0 : file.size();
            }
        }
        for (String name : Copies.filesIn(backup.resolve(LiveCopies.DATABASES))) {
            if (name.endsWith(".zip")) {
                needed += Databases.unpackedSize(backup.resolve(LiveCopies.DATABASES + name));
            }
        }
        DiskCheck.requireRoom(data, needed, archive, archived);
    }

    /** The configuration that is there already, or else the backup's. */
    private Path configurationRead() throws IOException {
        return Trees.isEmptyOrMissing(conf) ? backup.resolve("conf") : conf;
    }

    private Path archive() throws IOException, ConfigurationException {
        return Settings.load(configurationRead().resolve("vanthu.properties"), System.getenv())
                .archive(data);
    }

    private static String archived(Manifest.Entry file) {
        return file.path().substring(ArchiveCopy.FROM_BACKUP.length());
    }

    private void fill(Manifest manifest, DataFolder taken, boolean isNew) throws Exception {
        Restored mark = Restored.begun(manifest, backup);
        try {
            Trees.empty(taken.path(), DataFolder.LOCK);
            mark.writeTo(data);
            copyAll(manifest);
            mark.finished().writeTo(data);
        } catch (Exception e) {
            undo(isNew);
            throw e;
        }
    }

    private void copyAll(Manifest manifest) throws Exception {
        Path read = configurationRead();
        beginLoads(read);
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith(DATA)) {
                Copies.copy(backup.resolve(file.path()), data, file.path().substring(DATA.length()));
            }
        }
        Path archive = archive();
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith(ArchiveCopy.FROM_BACKUP)) {
                copyArchived(file, archive);
            }
        }
        unpackDatabases(read);
        if (read.equals(conf)) {
            progress.accept(conf + " đã có cấu hình, giữ nguyên / has a configuration, which stays");
        } else {
            Trees.putInPlace(read, conf);
        }
    }

    /** An archive outside of the data folder may be there still; what it holds stays. */
    private void copyArchived(Manifest.Entry file, Path archive) throws IOException {
        String name = archived(file);
        if (!Files.exists(archive.resolve(name))) {
            Copies.replace(backup.resolve(file.path()), archive, name);
        } else if (!Copies.entryOf(archive, name).at(file.path()).equals(file)) {
            progress.accept(name + ": khác bản sao lưu, giữ nguyên / is not what was copied once, and stays;"
                    + " see ./vanthu audit archive --verify");
        }
    }

    /** Looks at every database before anything is copied. */
    private void beginLoads(Path read) throws Exception {
        List<DatabaseCopy> databases = DatabaseCopy.onMariaDb(Restored.configuration(read, data));
        for (String file : Copies.filesIn(backup.resolve(LiveCopies.DATABASES))) {
            if (file.endsWith(MariaDbLoad.FILE)) {
                MariaDbLoad load = databases.stream()
                        .filter(database -> file.equals(database.name() + MariaDbLoad.FILE))
                        .findFirst()
                        .map(MariaDbLoad::new)
                        .orElseThrow(() -> new BackupException("the backup holds a MariaDB copy '" + file
                                + "', but the configuration names no MariaDB for it: see vanthu.db.url,"
                                + " james-database.properties"));
                load.begin();
                loads.add(load);
            }
        }
    }

    private void unpackDatabases(Path read) throws Exception {
        Path databases = backup.resolve(LiveCopies.DATABASES);
        for (String name : Copies.filesIn(databases)) {
            if (name.endsWith(".zip")) {
                Databases.unzip(
                        databases.resolve(name), data.resolve(name.substring(0, name.length() - ".zip".length())));
                progress.accept(name);
            }
        }
        for (MariaDbLoad load : loads) {
            load.fill(databases);
            progress.accept(load.file());
            if (load.file().equals(LiveCopies.REGISTER + MariaDbLoad.FILE)) {
                // A dump holds no rights: the gateway's account gets them here, before anything is confirmed.
                GatewayConfiguration configuration = Restored.configuration(read, data);
                RegisterDatabase.openRestored(configuration.register(), configuration.clock())
                        .close();
            }
        }
    }

    private void undo(boolean isNew) throws Exception {
        for (MariaDbLoad load : loads) {
            load.undo();
        }
        Trees.empty(data);
        if (isNew) {
            Files.deleteIfExists(data);
        }
    }
}
