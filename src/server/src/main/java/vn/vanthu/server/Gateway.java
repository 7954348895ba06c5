package vn.vanthu.server;

import com.google.inject.util.Modules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.apache.james.GuiceJamesServer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.filing.Archive;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.NoticeLanguages;
import vn.vanthu.james.Originals;
import vn.vanthu.james.login.FirstPasswords;
import vn.vanthu.james.login.LockedAccounts;
import vn.vanthu.message.MessageReader;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.backup.LiveCopies;
import vn.vanthu.server.backup.Restored;
import vn.vanthu.server.directory.DirectoryModule;
import vn.vanthu.server.directory.StaffDirectory;
import vn.vanthu.server.james.Broker;
import vn.vanthu.server.james.Certificates;
import vn.vanthu.server.james.GatewayModule;
import vn.vanthu.server.james.JamesServer;
import vn.vanthu.server.james.NoticesProbe;
import vn.vanthu.server.james.QuestionsProbe;
import vn.vanthu.server.james.QueueModule;
import vn.vanthu.server.james.StoreModule;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.DkimKeys;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;
import vn.vanthu.server.setup.Keys;
import vn.vanthu.server.spill.SpillRoutes;
import vn.vanthu.server.status.DailyStatus;
import vn.vanthu.server.status.GatewayStatus;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.text.VietnameseText;

/** A running gateway: the register, James's stores and James itself, started in this order and stopped in the reverse. */
public final class Gateway implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Gateway.class);

    private final GatewayConfiguration configuration;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private Gateway(GatewayConfiguration configuration) {
        this.configuration = configuration;
    }

    /**
     * Starts everything; returns when every listener answers.
     *
     * @throws ConfigurationException when the configuration or its surroundings are wrong (a port or folder in use, a
     *     database that is down or newer): nothing is left half started
     */
    public static Gateway start(GatewayOptions options) throws ConfigurationException, IOException {
        return start(GatewayConfiguration.load(options));
    }

    /** The same with a configuration that is read and checked already. */
    public static Gateway start(GatewayConfiguration configuration) throws ConfigurationException, IOException {
        Gateway gateway = new Gateway(configuration);
        try {
            gateway.startAll();
            return gateway;
        } catch (ConfigurationException | IOException | RuntimeException | Error e) {
            gateway.close();
            throw e;
        } catch (Exception e) {
            gateway.close();
            throw new IOException("the gateway could not start", e);
        }
    }

    private void startAll() throws Exception {
        GatewayOptions options = configuration.options();
        Ports ports = Ports.of(configuration);
        ports.check(options.demo());
        DataFolder data = keep(DataFolder.take(options.data()));
        Restored.refuse(data.path());
        Clock clock = configuration.clock();
        Keys.ensureCertificate(data.resolve("tls"), configuration.hostname(), clock);
        RegisterDatabase register = keep(RegisterDatabase.open(configuration.register(), clock));
        describe(register.register());
        DataFolder.makePrivate(data.resolve("james"));
        EntityManagerFactory entities = openStore();
        StaffDirectory directory = StaffDirectory.open(configuration.settings()).orElse(null);
        Office office = new Office(
                configuration,
                new Accounts(entities, configuration.files().getConfiguration("usersrepository")),
                directory);
        office.prepare(configuration.organization().get());
        Broker broker = keep(Broker.start(data.resolve("queue")));
        GuiceJamesServer james = startJames(register, data, entities, broker, directory);
        Path webAdmin = data.resolve("webadmin.address");
        started.push(() -> Files.deleteIfExists(webAdmin));
        DataFolder.writePrivate(webAdmin, "http://" + configuration.webAdmin());
        keep(new RegisterDuties(
                register, configuration.organization(), NoticesProbe.of(james), configuration.sealRecipients(), clock));
        keep(new AccountDuties(
                register,
                configuration.organization(),
                NoticesProbe.of(james),
                address -> NoticesProbe.reaches(james, address),
                data.path(),
                configuration.clock()));
        keep(new QuestionDuties(QuestionsProbe.of(james), heldMails(register)));
        keep(new DailyStatus(
                GatewayStatus.of(configuration)::read,
                configuration::administrators,
                NoticesProbe.of(james)::tell,
                clock));
        ConfigurationChanges changes = new ConfigurationChanges(configuration, NoticesProbe.of(james));
        changes.tell();
        keep(new Watch(configuration, office, register.register(), changes, Certificates.of(james)));
    }

    private <T extends AutoCloseable> T keep(T part) {
        started.push(part);
        return part;
    }

    private void describe(Register register) throws ConfigurationException {
        try {
            register.configured(configuration.version(), configuration.content());
            Instant now = configuration.clock().instant();
            String version = "configuration " + configuration.version();
            String user = System.getProperty("user.name", "");
            register.administered(new AdminAct(
                    now, AdminAct.SYSTEM, user, AdminAct.Action.GATEWAY_STARTED, "", version, "start:" + now));
        } catch (RegisterUnavailableException e) {
            throw new ConfigurationException(List.of(new Problem(
                    "vanthu.properties",
                    Setting.DB_URL.key(),
                    String.valueOf(e.getMessage()),
                    "a database that can be written",
                    null)));
        }
    }

    private EntityManagerFactory openStore() throws ConfigurationException {
        try {
            EntityManagerFactory entities = configuration.jamesDatabase().open();
            started.push(entities::close);
            return entities;
        } catch (RuntimeException e) {
            LOGGER.error("James's database cannot be opened", e);
            throw new ConfigurationException(List.of(new Problem(
                    "james-database.properties",
                    "database.url",
                    String.valueOf(e.getMessage()),
                    "a database that answers",
                    null)));
        }
    }

    private GuiceJamesServer startJames(
            RegisterDatabase register,
            DataFolder data,
            EntityManagerFactory entities,
            Broker broker,
            @Nullable StaffDirectory directory)
            throws Exception {
        GuiceJamesServer james = JamesServer.assemble(
                configuration.folders(),
                new StoreModule(entities),
                new QueueModule(broker),
                new OperationsModule(
                        GatewayStatus.of(configuration),
                        new LiveCopies(data.path(), configuration.jamesDatabase(), register),
                        new SpillRoutes.Place(
                                register,
                                configuration
                                        .settings()
                                        .archive(configuration.options().data()))),
                directory == null ? Modules.EMPTY_MODULE : new DirectoryModule(directory),
                new GatewayModule(new GatewayModule.Parts(
                        register.register(),
                        configuration.organization(),
                        configuration.clock(),
                        DkimKeys.of(configuration, data.path()),
                        configuration.wayOut(),
                        new NoticeLanguages(configuration.settings().languages()),
                        configuration.loginLimits(),
                        new LockedAccounts(data.resolve("locked-accounts")),
                        new FirstPasswords(data.resolve("first-passwords")),
                        new Originals(data.resolve("originals")),
                        configuration.diskReserve(),
                        ClerksBooks.commands(configuration, register),
                        heldMails(register),
                        register.releases(),
                        register.questions(Keys.secret(data.resolve("question.secret"))),
                        register.sendings(),
                        register.correspondence(),
                        register.unreadMails(),
                        register.books(),
                        register.arrivals(),
                        archive(register),
                        keep(MessageContents.of(VietnameseText.load(), data.resolve("tmp"))),
                        DkimKeys.known(
                                configuration.settings(),
                                configuration.options().conf()),
                        Lessons.open(data.resolve("spam"), configuration.clock()),
                        register.quarantinedMails(),
                        configuration.hostname(),
                        new MessageReader(configuration.settings().number(Setting.MESSAGE_MAX_HEADER_BYTES)),
                        configuration.files(),
                        configuration.webAdmin(),
                        Keys.secret(data.resolve("webadmin.token")))));
        started.push(james::stop);
        try {
            james.start();
        } catch (Exception e) {
            throw StartFailure.explain(e, configuration.options().conf());
        }
        return james;
    }

    private Archive archive(RegisterDatabase register) throws ConfigurationException {
        Path folder = configuration.settings().archive(configuration.options().data());
        Archive archive = new Archive(folder, register.filings());
        try {
            archive.open();
            return archive;
        } catch (IOException e) {
            throw new ConfigurationException(List.of(new Problem(
                    "vanthu.properties",
                    Setting.ARCHIVE.key(),
                    folder + ": " + e.getMessage(),
                    "a folder that can be written, and Vietnamese file names (LC_ALL=C.UTF-8)",
                    null)));
        }
    }

    private HeldMails heldMails(RegisterDatabase register) {
        return register.heldMails(configuration.options().data().resolve("held"));
    }

    /** The line that says that every listener answers. */
    public String ready() {
        return Ports.of(configuration).ready();
    }

    public GatewayConfiguration configuration() {
        return configuration;
    }

    /** Stops taking mail, lets what is under way end, and closes the stores. */
    @Override
    public void close() {
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                LOGGER.error("a part of the gateway did not stop cleanly", e);
            }
        }
    }
}
