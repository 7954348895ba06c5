package vn.vanthu.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.mail.MessagingException;
import org.apache.james.user.api.UsersRepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.james.Notices;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.DataFolder;

/**
 * Whatever changes about a person's account or rights is in the register and is mailed to him (Điều 5 khoản 3 điểm h): what
 * was typed in the admin's shell, while the gateway ran or not, and what {@code organization.xml} gave or took.
 */
final class AccountDuties implements AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(AccountDuties.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final Set<AdminAct.Action> TOLD = EnumSet.of(
            AdminAct.Action.ACCOUNT_ADDED,
            AdminAct.Action.PASSWORD_CHANGED,
            AdminAct.Action.ACCOUNT_LOCKED,
            AdminAct.Action.ACCOUNT_UNLOCKED,
            AdminAct.Action.ACCESS_CHANGED);
    /** A row may be committed after one with a later time. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final RegisterDatabase register;
    private final LiveOrganization organization;
    private final Notices notices;
    private final Mailboxes mailboxes;
    private final Clock clock;
    private final AccessTable access;
    private final Path cursor;
    private final Set<String> told = new HashSet<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "account duties");
        thread.setDaemon(true);
        return thread;
    });

    /** Who still has a mailbox, whatever {@code organization.xml} says. */
    @FunctionalInterface
    interface Mailboxes {
        boolean exists(String address) throws UsersRepositoryException;
    }

    /** @param clock in the office's time zone */
    AccountDuties(
            RegisterDatabase register,
            LiveOrganization organization,
            Notices notices,
            Mailboxes mailboxes,
            Path data,
            Clock clock) {
        this.register = register;
        this.organization = organization;
        this.notices = notices;
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.access = new AccessTable(data.resolve("access-rights"));
        this.cursor = data.resolve("accounts-told");
        timer.scheduleWithFixedDelay(this::run, 1, 10, TimeUnit.SECONDS);
    }

    private void run() {
        try {
            recordAccess(organization.get());
            tell(clock.instant());
        } catch (IOException
                | RegisterUnavailableException
                | MessagingException
                | UsersRepositoryException
                | RuntimeException
                | Error e) {
            LOGGER.error("a duty about accounts could not be done; it is tried again soon", e);
        }
    }

    /** By keys of the change itself: a crash before the table was kept does not record it twice. */
    private void recordAccess(Organization now) throws IOException, RegisterUnavailableException {
        Instant at = clock.instant();
        for (Map.Entry<String, SortedSet<String>> change : access.changes(now).entrySet()) {
            String detail = String.join("\n", change.getValue());
            register.register()
                    .administered(new AdminAct(
                            at,
                            AdminAct.SYSTEM,
                            "",
                            AdminAct.Action.ACCESS_CHANGED,
                            change.getKey(),
                            detail,
                            "access:" + access.version() + ":" + change.getKey()));
        }
        access.keep(now);
    }

    private void tell(Instant now)
            throws IOException, RegisterUnavailableException, MessagingException, UsersRepositoryException {
        Instant since = Files.exists(cursor) ? Instant.parse(Files.readString(cursor)) : now;
        for (AdminAct act : register.acts(since.minus(OVERLAP), TOLD)) {
            if (!told.contains(act.key()) && reaches(act.target())) {
                // Its name is the act's key: after a restart it is the same mail, delivered once.
                notices.tell("account-" + MailId.ofMailName(act.key()), List.of(act.target()), subject(act), text(act));
                told.add(act.key());
            }
        }
        DataFolder.writePrivate(cursor, now.toString());
    }

    /** Also somebody who stands no more in the file, and reads his mailbox as long as he has one. */
    private boolean reaches(String address) throws UsersRepositoryException {
        Organization now = organization.get();
        return now.person(address).isPresent() || now.mailbox(address).isEmpty() && mailboxes.exists(address);
    }

    private static String subject(AdminAct act) {
        return switch (act.action()) {
            case ACCOUNT_ADDED -> "Tài khoản thư của anh/chị đã được tạo / your account was made";
            case PASSWORD_CHANGED -> "Mật khẩu của anh/chị đã được đổi / your password was changed";
            case ACCOUNT_LOCKED -> "Tài khoản của anh/chị đã bị khóa / your account was locked";
            case ACCOUNT_UNLOCKED -> "Tài khoản của anh/chị đã được mở khóa / your account was unlocked";
            default -> "Vai trò, quyền của anh/chị đã thay đổi / your role or rights changed";
        };
    }

    private String text(AdminAct act) {
        String who = act.systemUser().isEmpty() ? "tệp organization.xml" : "quản trị " + act.systemUser();
        String vietnamese =
                switch (act.action()) {
                    case ACCOUNT_ADDED -> "Tài khoản đã được tạo. " + FIRST_PASSWORD;
                    case PASSWORD_CHANGED ->
                        act.detail().isEmpty()
                                ? "Mật khẩu đã được đổi."
                                : "Mật khẩu đã được thay bằng mật khẩu dùng một lần. " + FIRST_PASSWORD;
                    case ACCOUNT_LOCKED -> "Tài khoản đã bị khóa: không đăng nhập được cho đến khi mở khóa.";
                    case ACCOUNT_UNLOCKED -> "Tài khoản đã được mở khóa.";
                    default -> "Quyền đã thay đổi (dấu + là được giao, dấu - là thôi giao):\n\n" + act.detail();
                };
        return vietnamese + "\n\nLúc: " + TIME.format(act.at().atZone(clock.getZone())) + ", bởi " + who + ".\n\n"
                + "Việc cần làm: nếu anh/chị không biết việc này, báo ngay cho Văn phòng.\n\n"
                + "Căn cứ: Điều 5 khoản 3 điểm h của Quy chế.\n\n--\n"
                + subject(act).replaceFirst(".* / ", "").replaceFirst("^y", "Y")
                + ". If you do not know why, tell the Office at once.\n";
    }

    private static final String FIRST_PASSWORD =
            "Mật khẩu do quản trị cấp chỉ dùng được 24 giờ kể từ lần đăng nhập đầu tiên.\n\n"
                    + "Việc cần làm: trong thời gian đó, đến bộ phận quản trị tự gõ mật khẩu của riêng mình.";

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
