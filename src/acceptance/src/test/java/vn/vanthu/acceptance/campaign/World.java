package vn.vanthu.acceptance.campaign;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import vn.vanthu.acceptance.harness.Disk;
import vn.vanthu.acceptance.harness.GatewayProcess;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Answer;
import vn.vanthu.acceptance.harness.PartnerAgency;
import vn.vanthu.acceptance.harness.SetClock;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.register.testing.MariaDbServer;

/** The office of the campaign, on MariaDB, and what can be done to its parts. */
final class World implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path folder;
    private final int stepsARound;
    private final MariaDbServer database;
    private final RegisterSettings register;
    private final RegisterSettings mailboxes;
    private final Office office;
    private final Steps steps;
    private final Map<String, Integer> stepsHit = new TreeMap<>();
    private int nextStep;
    private List<Integer> deaths = new ArrayList<>();
    private @Nullable GatewayProcess second;
    private final Optional<SetClock> clock;

    private World(Path folder, int stepsARound) throws Exception {
        this.folder = folder;
        this.stepsARound = stepsARound;
        this.database = MariaDbServer.startOwn("--max-allowed-packet=64M");
        this.register = database.newDatabase(folder);
        this.mailboxes = database.newDatabase(folder);
        this.clock = SetClock.in(folder.resolve("clock"));
        List<Steps> put = new ArrayList<>();
        this.office = Office.open(gateway -> {
            prepare(gateway);
            clock.ifPresent(set -> set.giveTo(gateway));
            put.add(Steps.putInto(gateway));
        });
        this.steps = put.get(0);
        office.outside().answering(Mails.NOBODY, Answer.REFUSE);
    }

    /**
     * Starts everything.
     *
     * @param folder for the data of second gateways
     * @param stepsARound before how many steps the gateway is killed in one round
     */
    static World open(Path folder, int stepsARound) throws Exception {
        return new World(folder, stepsARound);
    }

    private GatewayProcess prepare(GatewayProcess gateway) throws IOException {
        return prepare(gateway, register, mailboxes, archive());
    }

    private static GatewayProcess prepare(
            GatewayProcess gateway, RegisterSettings register, RegisterSettings mailboxes, Path archive)
            throws IOException {
        gateway.registerIn(register)
                .storeIn(mailboxes)
                .conf()
                .set("vanthu.login.delay.seconds", "0")
                .set("vanthu.archive", archive.toString());
        PartnerAgency.introduceTo(gateway);
        gateway.conf().replace("mailetcontainer.xml", "<mostADay>50<", "<mostADay>100000<");
        return gateway;
    }

    /** For what belongs to the campaign and not to the gateway. */
    Path folder() {
        return folder;
    }

    Office office() {
        return office;
    }

    MariaDbServer database() {
        return database;
    }

    Steps steps() {
        return steps;
    }

    int stepsARound() {
        return stepsARound;
    }

    /** How often the gateway died before each step that was tried; 0 where no mail came by. */
    Map<String, Integer> stepsHit() {
        return stepsHit;
    }

    /** How much the outside world had taken at each death of a gateway since the last call. */
    List<Integer> takeDeaths() {
        List<Integer> all = deaths;
        deaths = new ArrayList<>();
        return all;
    }

    void killAndStart() throws IOException {
        office.gateway().kill();
        startAgain(office.gateway());
    }

    private void startAgain(GatewayProcess dead) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> !dead.isRunning() && office.outside().isQuiet());
        deaths.add(office.outside().taken().size());
        dead.start();
    }

    /** At the next step in order. Waits so long for a mail to come to it; few mails come to some. */
    void killAtNextStep(Duration patience) throws IOException {
        int number = nextStep++ % steps.names().size();
        Path trigger = Files.createFile(steps.trigger(number));
        try {
            await().atMost(patience).until(() -> !office.gateway().isRunning());
        } catch (ConditionTimeoutException e) {
            if (!Files.deleteIfExists(trigger)) {
                // The gateway deleted it a moment ago, and dies.
                await().atMost(PATIENCE).until(() -> !office.gateway().isRunning());
            }
        }
        if (office.gateway().isRunning()) {
            stepsHit.putIfAbsent(steps.names().get(number), 0);
        } else {
            stepsHit.merge(steps.names().get(number), 1, Integer::sum);
            startAgain(office.gateway());
        }
    }

    /**
     * No file of the gateway can grow for so long, which is what a full disk is to a program; it may end by that, and is
     * started again as a service manager does.
     */
    void fillDisk(Duration time) throws IOException, InterruptedException {
        Disk.FULL.madeFor(office.gateway().pid());
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
        Disk.WITH_ROOM.madeFor(office.gateway().pid());
        // What ends because of the full disk does so within a moment.
        TimeUnit.SECONDS.sleep(3);
        if (!office.gateway().isRunning()) {
            startAgain(office.gateway());
        }
    }

    /** Nothing can be filed for so long: a file stands where the archive's folder was. */
    void takeArchiveAway(Duration time) throws IOException, InterruptedException {
        Path away = folder.resolve("archive-away");
        Files.move(archive(), away);
        try {
            Files.createFile(archive());
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } finally {
            Files.delete(archive());
            Files.move(away, archive());
        }
    }

    private Path archive() {
        return folder.resolve("archive");
    }

    /** Of the office's first gateway, and how far it is from the machine's. */
    void setClock(Duration off) throws IOException {
        clock.orElseThrow().offBy(off);
    }

    /** A gateway that was never started, on empty databases: what a copy is restored into. */
    GatewayProcess newGateway(String name) throws Exception {
        Path own = folder.resolve(name);
        GatewayProcess gateway = GatewayProcess.in(own).sendingTo(office.outside());
        gateway.conf().retryAfter("1s");
        prepare(gateway, database.newDatabase(own), database.newDatabase(own), own.resolve("archive"));
        return withDatabasePrograms(gateway);
    }

    /** Its commands find MariaDB's programs before others. */
    GatewayProcess withDatabasePrograms(GatewayProcess gateway) {
        return gateway.with("PATH", database.programs() + File.pathSeparator + System.getenv("PATH"));
    }

    /** A second gateway on the same databases, with a data folder of its own. */
    Office openSecond() throws IOException {
        GatewayProcess other =
                GatewayProcess.in(Files.createTempDirectory(folder, "second")).sendingTo(office.outside());
        prepare(other).conf().retryAfter("1s");
        second = other.start();
        return office.at(other);
    }

    void killAndStartSecond() throws IOException {
        GatewayProcess other = second;
        if (other != null) {
            other.kill();
            // Its conversations cannot be told from the first one's.
            await().atMost(PATIENCE).until(() -> !other.isRunning());
            deaths.add(office.outside().taken().size());
            other.start();
        }
    }

    /** False when there was none. */
    boolean closeSecond() {
        GatewayProcess other = second;
        if (other == null) {
            return false;
        }
        other.close();
        second = null;
        return true;
    }

    @Override
    public void close() throws Exception {
        closeSecond();
        office.close();
        database.close();
    }
}
