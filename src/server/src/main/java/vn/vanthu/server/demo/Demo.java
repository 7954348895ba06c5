package vn.vanthu.server.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.mail.MessagingException;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.HostAndPort;
import vn.vanthu.config.Problem;
import vn.vanthu.config.Setting;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.server.Gateway;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.GatewayOptions;

/** A real gateway with the demo office, and the story that it tells. */
public final class Demo implements AutoCloseable {

    private static final List<Integer> OFFSETS = List.of(2000, 12000, 22000, 32000, 42000);
    private static final Duration SETTLING = Duration.ofSeconds(30);
    private static final List<String> READERS =
            List.of("vp*vanthu@" + WorkingDay.DOMAIN, "giamdoc", "vanthu", "chanhvanphong", "chuyenvien2");

    private final OutsideWorld outside;
    private final Gateway gateway;
    private final Partner partner;
    private final WorkingDay day;
    private final PrintWriter out;

    private Demo(OutsideWorld outside, Gateway gateway, Partner partner, PrintWriter out) {
        this.outside = outside;
        this.partner = partner;
        this.gateway = gateway;
        this.out = out;
        this.day =
                new WorkingDay(new MailClient(gateway.configuration().options().portOffset()));
    }

    /** Starts the gateway on the first port offset that is free. */
    public static Demo start(Path conf, Path data, PrintWriter out) throws IOException, ConfigurationException {
        out.println("VanThu: đang khởi động cơ quan mẫu / starting the demo office ...");
        OutsideWorld outside = OutsideWorld.start();
        Partner partner = Partner.make();
        Path zone = partner.publish(data).toAbsolutePath();
        HostAndPort smarthost = new HostAndPort("127.0.0.1", outside.port());
        List<Problem> taken = List.of();
        for (int offset : OFFSETS) {
            try {
                Gateway gateway =
                        Gateway.start(GatewayConfiguration.load(new GatewayOptions(conf, data, offset, smarthost, true))
                                .with(Setting.DKIM_KNOWN, zone.toString()));
                out.println(gateway.ready());
                return new Demo(outside, gateway, partner, out);
            } catch (ConfigurationException e) {
                taken = e.problems();
            }
        }
        outside.close();
        throw new ConfigurationException(taken);
    }

    /** Plays the day, waits for the mails' fates, prints inboxes and register. */
    public void tell() throws MessagingException, ConfigurationException, IOException, InterruptedException {
        out.println();
        for (WorkingDay.Step step :
                WorkingDay.steps(partner, LocalDate.now(gateway.configuration().clock()))) {
            play(step);
        }
        play(WorkingDay.unapproved());
        play(day.approval());
        try (AuditDatabase register = AuditDatabase.open(gateway.configuration().register())) {
            Story story = new Story(register);
            story.awaitFates(Instant.now().plus(SETTLING));
            printInboxes();
            out.println();
            out.println("Sổ nhật ký thư / the mail log (./vanthu audit mail):");
            story.print(out);
            out.println();
            out.println("Sổ văn bản đến / the book of incoming documents (./vanthu audit book incoming):");
            story.printIncoming(
                    out, LocalDate.now(gateway.configuration().clock()).getYear());
        } catch (RegisterUnavailableException e) {
            throw new IOException("the register of the demo cannot be read", e);
        }
        out.println();
        out.println("Nơi ngoài đã nhận / mails that reached the outside: " + outside.mailsTaken());
    }

    private void play(WorkingDay.Step step) {
        out.println("• " + step.what());
        out.println("    " + step.sender() + " → " + step.recipient());
        out.println("    " + day.play(step));
    }

    private void printInboxes() throws MessagingException {
        out.println();
        out.println("Hộp thư, đọc qua IMAP / mailboxes, read over IMAP:");
        for (String reader : READERS) {
            out.println("  " + reader);
            for (String subject : day.inbox(reader)) {
                out.println("      " + subject);
            }
        }
    }

    /** How to go on by hand while the demo stays up. */
    public void printAccounts() {
        out.println();
        out.println("Đăng nhập bằng phần mềm thư bất kỳ (mật khẩu vanthu-demo) / log in with any mail program:");
        gateway.configuration()
                .organization()
                .get()
                .people()
                .forEach(person -> out.printf("  %-48s %s%n", person.address(), person.title()));
        out.println("  vp*vanthu@" + WorkingDay.DOMAIN + " (IMAP): hộp thư cơ quan / the agency's mailbox");
        out.println("Sổ / register: ./vanthu audit mail --data "
                + gateway.configuration().options().data());
        out.println("Ctrl-C để dừng / to stop");
        out.flush();
    }

    @Override
    public void close() throws IOException {
        gateway.close();
        outside.close();
    }
}
