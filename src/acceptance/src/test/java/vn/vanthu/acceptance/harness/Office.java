package vn.vanthu.acceptance.harness;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import javax.net.ssl.SSLSocketFactory;
import org.awaitility.Awaitility;
import vn.vanthu.acceptance.harness.MailClient.Security;
import vn.vanthu.acceptance.harness.RegisterReader.Row;

/** The demo office at work: its gateway, its people, and the world outside. */
public final class Office implements AutoCloseable {

    public static final String DOMAIN = "songoaivu.binhdinh.gov.vn";
    public static final String PASSWORD = "vanthu-demo";

    /** What a scenario changes before the gateway starts. */
    @FunctionalInterface
    public interface Preparation {
        void prepare(GatewayProcess gateway) throws IOException;
    }

    /** The same with the world outside. */
    @FunctionalInterface
    public interface WiderPreparation {
        void prepare(GatewayProcess gateway, OutsideWorld outside) throws IOException;
    }

    static {
        // A wait that succeeds costs nothing; machines that build are slow.
        Awaitility.setDefaultTimeout(Duration.ofMinutes(5));
    }

    private final Path folder;
    private final GatewayProcess gateway;
    private final OutsideWorld outside;

    private Office(Path folder, GatewayProcess gateway, OutsideWorld outside) {
        this.folder = folder;
        this.gateway = gateway;
        this.outside = outside;
    }

    /** Started and ready; tries relayed mail again after a second. */
    public static Office open(Preparation preparation) throws IOException {
        return open((gateway, outside) -> preparation.prepare(gateway));
    }

    public static Office open(WiderPreparation preparation) throws IOException {
        Path folder = Files.createTempDirectory("vanthu-office");
        OutsideWorld outside = OutsideWorld.open();
        GatewayProcess gateway = GatewayProcess.in(folder).sendingTo(outside);
        gateway.conf().retryAfter("1s");
        preparation.prepare(gateway, outside);
        gateway.start();
        return new Office(folder, gateway, outside);
    }

    public static String address(String mailbox) {
        return mailbox + "@" + DOMAIN;
    }

    /** The same people and outside world at another gateway, which the caller starts and closes. */
    public Office at(GatewayProcess other) {
        return new Office(folder, other, outside);
    }

    public GatewayProcess gateway() {
        return gateway;
    }

    public OutsideWorld outside() {
        return outside;
    }

    public RegisterReader register() {
        return gateway.register();
    }

    /** Another server's connection to port 25. */
    public SmtpDialogue fromOutside() throws IOException {
        return SmtpDialogue.open(gateway.ports().at(25));
    }

    /** Sends a letter from outside; gives the answer. */
    public String receive(Letter letter, String... mailboxes) throws IOException {
        try (SmtpDialogue dialogue = fromOutside()) {
            String[] recipients = Stream.of(mailboxes)
                    .map(name -> name.contains("@") ? name : address(name))
                    .toArray(String[]::new);
            return dialogue.send(letter.sender(), letter.bytes(), recipients);
        }
    }

    /** A plain connection to the submission port. */
    public SmtpDialogue submission() throws IOException {
        return SmtpDialogue.open(gateway.ports().at(587));
    }

    /** The same, encrypted and logged in. */
    public SmtpDialogue submissionAs(String login) throws IOException, GeneralSecurityException {
        SmtpDialogue dialogue = submission().startTls(trust());
        String answer = dialogue.logIn(login, PASSWORD);
        if (!answer.startsWith("235")) {
            dialogue.close();
            throw new IOException(answer);
        }
        return dialogue;
    }

    public SSLSocketFactory trust() throws IOException, GeneralSecurityException {
        return Trust.only(gateway.data().resolve("tls").resolve("fullchain.pem"));
    }

    /** The mail program of somebody with the demo's password. */
    public MailClient client(String login) throws IOException, GeneralSecurityException {
        return client(login, PASSWORD, Security.STARTTLS);
    }

    public MailClient client(String login, String password, Security security)
            throws IOException, GeneralSecurityException {
        return new MailClient(gateway.ports(), trust(), security, login, password);
    }

    /** The bytes of a mail in a mailbox, as soon as it is there. */
    public byte[] mailIn(String login, String id) throws IOException, GeneralSecurityException, MessagingException {
        try (Mailbox mailbox = client(login).open()) {
            return mailbox.mail(id);
        }
    }

    /** The notice with this Subject in a mailbox, as soon as it is there. */
    public MimeMessage notice(String login, String subject)
            throws IOException, GeneralSecurityException, MessagingException {
        String id = await().until(
                        () -> register().mails("chu_de", subject).stream()
                                .map(Row::id)
                                .filter(mail -> register().outcomesInWords(mail).contains(address(login)))
                                .toList(),
                        ids -> !ids.isEmpty())
                .get(0);
        return MessageBytes.parsed(mailIn(login, id));
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        outside.close();
        delete(folder);
    }

    /** What a process that was killed leaves behind may still change: then it stays. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            System.err.println(folder + " is left: " + e);
        }
    }
}
