package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import vn.vanthu.config.Settings;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Puts a backup into an empty data folder: all of it, or nothing. */
public final class Restore {

    private final Path backup;
    private final Path conf;
    private final Path data;
    private final Consumer<String> progress;

    public Restore(Path backup, Path conf, Path data, Consumer<String> progress) {
        this.backup = backup;
        this.conf = conf;
        this.data = data;
        this.progress = progress;
    }

    /** Afterwards the gateway does not start before {@link Confirmation}. */
    public void run() throws Exception {
        Manifest manifest = Manifest.read(backup);
        if (!Trees.isEmptyOrMissing(data)) {
            throw new BackupException(
                    data + " holds data; allowed: an empty or missing folder. Stop the gateway and move"
                            + " the old folder away: it may still be needed");
        }
        verify(manifest);
        Path work = data.resolveSibling(data.getFileName() + ".restoring");
        Trees.delete(work);
        DataFolder.makePrivate(work);
        try {
            copyData(manifest, work);
            copyConfiguration(manifest);
            copyArchive(manifest, work);
            unpackDatabases(work);
            new Restored(
                            manifest.madeAt(),
                            manifest.sealHead(),
                            backup.toAbsolutePath().toString())
                    .writeTo(work);
            Files.deleteIfExists(data);
            Files.move(work, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (Exception e) {
            Trees.delete(work);
            throw e;
        }
    }

    private void verify(Manifest manifest) throws IOException, BackupException {
        long bytes = 0;
        for (Manifest.Entry wanted : manifest.files()) {
            if (!Files.isRegularFile(backup.resolve(wanted.path()))) {
                throw new BackupException(
                        "the backup is not whole: " + wanted.path() + " is missing; take another one");
            }
            if (!Copies.entryOf(backup, wanted.path()).equals(wanted)) {
                throw new BackupException(
                        "the backup is damaged: " + wanted.path() + " is not what the manifest says; take another one");
            }
            bytes += wanted.size();
        }
        progress.accept(manifest.files().size() + " tệp nguyên vẹn / files are intact, " + bytes + " byte");
    }

    private void copyData(Manifest manifest, Path work) throws IOException {
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith("data/")) {
                copy(file.path(), work.resolve(file.path().substring("data/".length())));
            }
        }
    }

    /** A configuration that is there already stays: another machine may need other addresses. */
    private void copyConfiguration(Manifest manifest) throws IOException {
        if (!Trees.isEmptyOrMissing(conf)) {
            progress.accept(conf + " đã có cấu hình, giữ nguyên / has a configuration, which stays");
            return;
        }
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith("conf/")) {
                copy(file.path(), conf.resolve(file.path().substring("conf/".length())));
            }
        }
    }

    private void copyArchive(Manifest manifest, Path work) throws Exception {
        Path archive = Settings.load(conf.resolve("vanthu.properties"), System.getenv())
                .archive(work);
        for (Manifest.Entry file : manifest.files()) {
            if (file.path().startsWith(ArchiveCopy.FROM_BACKUP)) {
                Path to = archive.resolve(file.path().substring(ArchiveCopy.FROM_BACKUP.length()));
                if (!Files.exists(to)) {
                    copy(file.path(), to);
                }
            }
        }
    }

    private void copy(String path, Path to) throws IOException {
        Path folder = Copies.parent(to);
        Files.createDirectories(folder);
        Copies.copy(backup.resolve(path), folder, String.valueOf(to.getFileName()));
    }

    private void unpackDatabases(Path work) throws Exception {
        for (String name : Copies.filesIn(backup.resolve(LiveCopies.DATABASES))) {
            Path file = backup.resolve(LiveCopies.DATABASES).resolve(name);
            if (name.endsWith(".zip")) {
                Databases.unzip(file, work.resolve(name.substring(0, name.length() - ".zip".length())));
            } else {
                load(file, name.substring(0, name.length() - ".sql".length()));
            }
            progress.accept(name);
        }
    }

    private void load(Path file, String name) throws Exception {
        GatewayConfiguration configuration = Restored.configuration(conf, data);
        for (DatabaseCopy database : DatabaseCopy.onMariaDb(configuration)) {
            if (database.name().equals(name)) {
                Databases.load(database.access(), file);
                if (name.equals(LiveCopies.REGISTER)) {
                    // A dump holds no rights: the gateway's account gets them here, before anything is confirmed.
                    RegisterDatabase.open(configuration.register(), configuration.clock())
                            .close();
                }
                return;
            }
        }
        throw new BackupException("the backup holds a MariaDB copy of '" + name
                + "', but the configuration names no MariaDB for it: see vanthu.db.url, james-database.properties");
    }
}
