package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.user.api.UsersRepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.LiveOrganization.Changed;
import vn.vanthu.organization.LiveOrganization.Rejected;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.server.james.Certificates;
import vn.vanthu.server.setup.GatewayConfiguration;

/** Follows the files that take effect without a restart: {@code organization.xml} and the TLS certificate. */
final class Watch implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(Watch.class);
    private static final int EVERY_SECONDS = 2;

    private final GatewayConfiguration configuration;
    private final Office office;
    private final Register register;
    private final ConfigurationChanges changes;
    private final Certificates certificates;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private FileTime certificateTime;
    /** When the organization changed, until that is recorded and told. */
    private Optional<Instant> changed = Optional.empty();

    private final Step organization = new Step(this::organization);
    private final Step certificate = new Step(this::certificate);

    Watch(
            GatewayConfiguration configuration,
            Office office,
            Register register,
            ConfigurationChanges changes,
            Certificates certificates) {
        this.configuration = configuration;
        this.office = office;
        this.register = register;
        this.changes = changes;
        this.certificates = certificates;
        this.certificateTime = newestOf(configuration);
        timer.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        organization.run();
        certificate.run();
    }

    private interface Taking {
        void run() throws Exception;
    }

    /** One file's taking over. It is tried again in seconds: the same trouble is logged once, until it is over. */
    private static final class Step {

        private final Taking taking;
        private String trouble = "";

        Step(Taking taking) {
            this.taking = taking;
        }

        void run() {
            try {
                taking.run();
                trouble = "";
            } catch (Exception | Error e) {
                if (!trouble.equals(e.toString())) {
                    LOGGER.error("a changed file could not be taken over; the old one stays in force", e);
                }
                trouble = e.toString();
            }
        }
    }

    private void organization() throws RegisterUnavailableException, IOException, MessagingException {
        LiveOrganization.Reload reload = configuration.organization().reloadIfChanged(this::prepare);
        if (reload instanceof Changed) {
            LOGGER.info("organization.xml was changed and is in force");
            changed = Optional.of(configuration.clock().instant());
        } else if (reload instanceof Rejected rejected) {
            rejected.problems().forEach(problem -> LOGGER.error("organization.xml stays as it was: {}", problem));
        }
        if (changed.isPresent()) {
            record(changed.get());
            changed = Optional.empty();
        }
    }

    /** Tried at each look until all of it was done. */
    private void record(Instant at) throws RegisterUnavailableException, IOException, MessagingException {
        register.configured(configuration.version(), configuration.content());
        register.administered(new AdminAct(
                at,
                AdminAct.SYSTEM,
                "",
                AdminAct.Action.CONFIGURATION_CHANGED,
                "organization.xml",
                "configuration " + configuration.version(),
                "reload:" + at));
        changes.tell();
    }

    /** Else a new domain would be ours to the rules and another's to James, who would relay to it. */
    private void prepare(Organization organization) {
        try {
            office.prepare(organization);
        } catch (DomainListException | UsersRepositoryException e) {
            throw new IllegalStateException("the user store cannot be brought in line with organization.xml", e);
        }
    }

    private void certificate() throws Exception {
        FileTime now = newestOf(configuration);
        if (!now.equals(certificateTime)) {
            certificates.reload();
            certificateTime = now;
            LOGGER.info("the TLS certificate was changed and is in force");
        }
    }

    private static FileTime newestOf(GatewayConfiguration configuration) {
        Path folder = configuration.options().data().resolve("tls");
        FileTime key = timeOf(folder.resolve("privkey.pem"));
        FileTime chain = timeOf(folder.resolve("fullchain.pem"));
        return key.compareTo(chain) > 0 ? key : chain;
    }

    private static FileTime timeOf(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
