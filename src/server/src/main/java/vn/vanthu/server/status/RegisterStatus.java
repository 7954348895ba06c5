package vn.vanthu.server.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vanthu.register.audit.RegisterHealth;

/** What the register tells of itself. */
final class RegisterStatus {

    private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);
    private static final Duration DELIVERED_WITHIN = Duration.ofHours(4);

    private RegisterStatus() {}

    static List<StatusLine> lines(RegisterHealth health, Instant now) {
        return List.of(
                StatusLine.ok("register", "there", "Sổ đăng ký đọc được.", "The register can be read."),
                seals(health, now),
                undelivered(health, now),
                overdue(health));
    }

    private static StatusLine seals(RegisterHealth health, Instant now) {
        Instant sealed = health.sealedAt() == null ? Instant.EPOCH : health.sealedAt();
        boolean late = health.unsealed() > 0 && Duration.between(sealed, now).compareTo(SEALED_WITHIN) > 0;
        return late
                ? StatusLine.alarm(
                        "seals",
                        health.unsealed(),
                        health.unsealed()
                                + " dòng chưa được niêm phong: xem nhật ký 'cannot be sealed' trong DATA/log.",
                        health.unsealed() + " rows are not sealed; see 'cannot be sealed' in DATA/log.")
                : StatusLine.ok(
                        "seals", health.unsealed(), "Niêm phong sổ hoạt động bình thường.", "Rows are sealed in time.");
    }

    private static StatusLine undelivered(RegisterHealth health, Instant now) {
        String text = health.undelivered() + " thư chưa tới đủ người nhận";
        Instant since = health.undeliveredSince();
        boolean old = since != null && Duration.between(since, now).compareTo(DELIVERED_WITHIN) > 0;
        return old
                ? StatusLine.warning(
                        "undelivered",
                        health.undelivered(),
                        text + ", lâu nhất từ " + since + ": './vanthu audit mail --outcome pending'.",
                        health.undelivered() + " mails are on their way, the oldest since " + since + ".")
                : StatusLine.ok(
                        "undelivered", health.undelivered(), text + ".", health.undelivered() + " mails on their way.");
    }

    private static StatusLine overdue(RegisterHealth health) {
        return health.overdue() == 0
                ? StatusLine.ok("documents", 0, "Không có văn bản quá hạn vào sổ.", "No document waits too long.")
                : StatusLine.warning(
                        "documents",
                        health.overdue(),
                        health.overdue() + " văn bản đến quá hạn vào sổ: nhắc văn thư (van_ban_cho_dang_ky).",
                        health.overdue() + " documents wait for the clerk longer than they may.");
    }
}
