package vn.vanthu.server.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.james.DiskReserve;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.WebAdmin;

/** Looks at everything that an administrator must keep an eye on; works while the gateway runs and while it does not. */
public final class GatewayStatus {

    private static final Duration BACKUP_IS_OLD = Duration.ofHours(36);

    private final Path data;
    private final RegisterSettings register;
    private final DiskReserve disk;
    private final Path archive;
    private final ScannerStatus scanner;
    private final FilterStatus filter;
    private final Clock clock;

    private GatewayStatus(
            Path data,
            RegisterSettings register,
            DiskReserve disk,
            Path archive,
            ScannerStatus scanner,
            FilterStatus filter,
            Clock clock) {
        this.data = data;
        this.register = register;
        this.disk = disk;
        this.archive = archive;
        this.scanner = scanner;
        this.filter = filter;
        this.clock = clock;
    }

    public static GatewayStatus of(GatewayConfiguration configuration) {
        return new GatewayStatus(
                configuration.options().data(),
                configuration.register(),
                configuration.diskReserve(),
                configuration.settings().archive(configuration.options().data()),
                ScannerStatus.of(configuration.options().conf(), configuration.clock()),
                FilterStatus.of(
                        configuration.options().conf(), configuration.options().data()),
                configuration.clock());
    }

    /** Never fails: what could not be looked at is a line that says so. */
    public List<StatusLine> read() {
        List<StatusLine> lines = new ArrayList<>();
        lines.addAll(gateway());
        lines.addAll(register());
        lines.add(errorRepository());
        lines.addAll(DiskStatus.lines(disk, archive));
        lines.add(CertificateStatus.of(data.resolve("tls/fullchain.pem"), clock.instant()));
        lines.add(backup());
        lines.add(OcrStatus.line());
        lines.add(scanner.line());
        lines.addAll(filter.lines());
        return lines;
    }

    private List<StatusLine> gateway() {
        try {
            WebAdmin webAdmin = WebAdmin.of(data);
            Map<String, Long> queues = webAdmin.queueSizes();
            String sizes = queues.toString();
            return List.of(
                    StatusLine.ok("gateway", "running", "Cổng thư đang chạy.", "The gateway runs."),
                    StatusLine.ok(
                            "queue",
                            queues.values().stream().mapToLong(Long::longValue).sum(),
                            "Hàng đợi: " + sizes,
                            "Queues: " + sizes),
                    mailboxes(webAdmin));
        } catch (IOException e) {
            return List.of(StatusLine.alarm(
                    "gateway",
                    "stopped",
                    "Cổng thư không chạy hoặc WebAdmin không trả lời: chạy './vanthu run' (hoặc systemctl start"
                            + " vanthu).",
                    "The gateway does not run, or WebAdmin does not answer: " + e.getMessage()));
        }
    }

    private static StatusLine mailboxes(WebAdmin webAdmin) {
        try {
            webAdmin.domains();
            return StatusLine.ok(
                    "mailboxes",
                    "there",
                    "Đọc được cơ sở dữ liệu hộp thư, tài khoản.",
                    "The database of mailboxes and accounts can be read.");
        } catch (IOException e) {
            return StatusLine.alarm(
                    "mailboxes",
                    "away",
                    "Không đọc được cơ sở dữ liệu hộp thư, tài khoản: thư đã nhận phải chờ cho tới khi nó trở lại.",
                    "The database of mailboxes and accounts cannot be read; mail waits: " + e.getMessage());
        }
    }

    private List<StatusLine> register() {
        try (AuditDatabase database = AuditDatabase.open(register)) {
            return RegisterStatus.lines(database.health(clock.instant()), clock.instant());
        } catch (ConfigurationException | RegisterUnavailableException e) {
            return List.of(StatusLine.alarm(
                    "register",
                    "away",
                    "Không đọc được sổ đăng ký: thư mới bị trả lời 451 cho tới khi cơ sở dữ liệu trở lại.",
                    "The register cannot be read; new mail gets 451: " + e.getMessage()));
        }
    }

    /** Each mail in it is an alarm: it failed by itself and somebody must look. */
    private StatusLine errorRepository() {
        long mails;
        try {
            mails = ErrorRepository.size(data);
        } catch (IOException e) {
            return StatusLine.alarm(
                    "errors",
                    "unknown",
                    "Không đọc được kho thư lỗi: " + data.resolve("mail/error") + ".",
                    "The error repository cannot be read: " + e.getMessage());
        }
        return mails == 0
                ? StatusLine.ok("errors", 0, "Không có thư lỗi bị giữ.", "No mail in the error repository.")
                : StatusLine.alarm(
                        "errors",
                        mails,
                        mails
                                + " thư lỗi đang bị giữ: xem './vanthu replay --list', sửa nguyên nhân rồi './vanthu"
                                + " replay --all'.",
                        mails + " mails in the error repository: see './vanthu replay --list'.");
    }

    private StatusLine backup() {
        Path stamp = data.resolve("last-backup");
        try {
            if (!Files.exists(stamp)) {
                return StatusLine.warning(
                        "backup",
                        "never",
                        "Chưa sao lưu lần nào: chạy './vanthu backup THƯ_MỤC' mỗi ngày.",
                        "No backup was ever made: run './vanthu backup DIR' every day.");
            }
            Instant made = Files.getLastModifiedTime(stamp).toInstant();
            String where = Files.readString(stamp).strip();
            Duration age = Duration.between(made, clock.instant());
            String text = age.toHours() + " giờ trước, " + where;
            String english = age.toHours() + " hours ago, " + where;
            return age.compareTo(BACKUP_IS_OLD) > 0
                    ? StatusLine.warning("backup", made, "Sao lưu gần nhất: " + text + ".", "Last backup: " + english)
                    : StatusLine.ok("backup", made, "Sao lưu gần nhất: " + text + ".", "Last backup: " + english);
        } catch (IOException e) {
            return StatusLine.warning("backup", "unknown", "Không đọc được lần sao lưu gần nhất.", e.toString());
        }
    }
}
