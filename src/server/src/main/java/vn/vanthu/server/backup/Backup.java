package vn.vanthu.server.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.WebAdmin;

/** Makes one backup. */
public final class Backup {

    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'vanthu-'uuuuMMdd-HHmmss");

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
        Files.createDirectories(target);
        DiskCheck.check(data, archive, target, sameDisk);
        ZonedDateTime now = ZonedDateTime.now(clock);
        Path made = target.resolve(NAME.format(now));
        Path partial = target.resolve(NAME.format(now) + ".partial");
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
        List<Manifest.Entry> files = new ArrayList<>();
        try (DataFolder stopped = DataFolder.take(data)) {
            progress.accept("cổng thư không chạy, chép thẳng / the gateway is stopped: files are copied as they are");
            head = "";
            dumps(folder);
            files.addAll(copy(data, stopped.path(), folder, true));
        } catch (ConfigurationException running) {
            progress.accept("hàng đợi và cơ sở dữ liệu / queue and databases");
            head = WebAdmin.of(data).copyInto(folder.toAbsolutePath());
            dumps(folder);
            files.addAll(copy(data, data, folder, false));
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
        files.addAll(new ArchiveCopy(archive, target.resolve(ArchiveCopy.FOLDER), progress).bringUpToDate());
        new Manifest(now, head, files).writeTo(folder);
    }

    /** MariaDB is copied by its own program, whether the gateway runs or not. */
    private void dumps(Path folder) throws Exception {
        Path databases = Files.createDirectories(folder.resolve(LiveCopies.DATABASES));
        for (DatabaseCopy database : DatabaseCopy.onMariaDb(configuration)) {
            progress.accept("mariadb-dump " + database.name());
            Databases.copy(database.access(), databases.resolve(database.name() + ".sql"));
        }
    }

    private List<Manifest.Entry> copy(Path from, Path root, Path folder, boolean stopped) throws IOException {
        List<Manifest.Entry> copied = new ArrayList<>();
        DataFiles files = new DataFiles(root, archive, stopped);
        List<String> names = files.names();
        for (String name : names) {
            Copies.copyIfThere(from.resolve(name), folder, "data/" + name).forEach(copied::add);
            if (copied.size() % 1000 == 0) {
                progress.accept(copied.size() + " / " + names.size() + " tệp / files");
            }
        }
        return copied;
    }
}
