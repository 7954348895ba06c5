package vn.vanthu.server.status;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.vanthu.register.audit.RegisterHealth;

/** What the register tells of itself. */
final class RegisterStatus {

    private static final Duration SEALED_WITHIN = Duration.ofMinutes(5);
    private static final Duration DELIVERED_WITHIN = Duration.ofHours(4);
    private static final int YEARS_TO_EXPORT = 2;
    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(VIETNAM);

    private RegisterStatus() {}

    static List<StatusLine> lines(RegisterHealth health, Instant now) {
        return List.of(
                StatusLine.ok("register", "there", "Sổ đăng ký đọc được.", "The register can be read."),
                seals(health, now),
                undelivered(health),
                oldest(health, now),
                overdue(health),
                asked(
                        "approvals",
                        "thư chờ duyệt",
                        "mails wait for approval",
                        "./vanthu approvals --pending",
                        health.approvals()),
                asked(
                        "questions",
                        "thư chờ trả lời câu hỏi",
                        "mails wait for somebody's answer",
                        "./vanthu audit mail --outcome held",
                        health.questions()),
                exports(health, now));
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

    private static StatusLine undelivered(RegisterHealth health) {
        return StatusLine.ok(
                "undelivered",
                health.undelivered(),
                health.undelivered() + " thư chưa tới đủ người nhận.",
                health.undelivered() + " mails are on their way.");
    }

    /** The queue's age: how long the oldest mail is on its way. */
    private static StatusLine oldest(RegisterHealth health, Instant now) {
        Instant since = health.undeliveredSince();
        if (since == null) {
            return StatusLine.ok("oldest", 0, "Không có thư nào phải chờ lâu.", "No mail waits long.");
        }
        Duration age = Duration.between(since, now);
        String text = "Thư cũ nhất đang trên đường từ " + TIME.format(since);
        String english = "The oldest mail is on its way since " + TIME.format(since) + ".";
        return age.compareTo(DELIVERED_WITHIN) > 0
                ? StatusLine.warning(
                        "oldest", age.toMinutes(), text + ": xem './vanthu audit mail --outcome pending'.", english)
                : StatusLine.ok("oldest", age.toMinutes(), text + ".", english);
    }

    /** People are reminded by mail; the administrator hears of those who did not answer even then. */
    private static StatusLine asked(String name, String what, String english, String see, RegisterHealth.Asked asked) {
        String open = asked.open() + " " + what;
        return asked.late() == 0
                ? StatusLine.ok(name, asked.open(), open + ".", asked.open() + " " + english + ".")
                : StatusLine.warning(
                        name,
                        asked.open(),
                        open + ", " + asked.late() + " đã nhắc mà chưa trả lời: xem '" + see + "'.",
                        asked.open() + " " + english + ", " + asked.late() + " even after the reminder; see '" + see
                                + "'.");
    }

    /** NĐ 30/2020, Điều 30: records go to the archives within a year after the work is done. */
    private static StatusLine exports(RegisterHealth health, Instant now) {
        int newest = now.atZone(VIETNAM).getYear() - YEARS_TO_EXPORT;
        List<Integer> due = health.years().stream()
                .filter(year -> year <= newest && !health.exported().contains(year))
                .toList();
        return due.isEmpty()
                ? StatusLine.ok("exports", 0, "Không có năm nào quá hạn nộp lưu.", "No year waits for its export.")
                : StatusLine.warning(
                        "exports",
                        due.size(),
                        "Hồ sơ năm " + due + " quá hạn nộp lưu trữ cơ quan (NĐ 30/2020 Điều 30): khóa sổ rồi"
                                + " './vanthu retention export'.",
                        "The years " + due + " were not exported: './vanthu retention export'.");
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
