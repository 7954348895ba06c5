package vn.vanthu.server.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.decision.Decision.Verdict;
import vn.vanthu.register.Direction;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.MailFilter;

/** {@code ./vanthu audit mail}: the mail log with filters. */
@Command(
        name = "mail",
        mixinStandardHelpOptions = true,
        description = {"Nhật ký thư, mới nhất trước.", "The mail log, newest first."})
final class AuditMailCommand implements Callable<Integer> {

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Option(names = "--from", paramLabel = "ADDR", description = "Người gửi / sender")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "ADDR", description = "Người nhận / recipient")
    private @Nullable String to;

    @Option(
            names = "--subject",
            paramLabel = "WORDS",
            description = "Chữ trong chủ đề hoặc tên người gửi, không cần dấu / words, with or without diacritics")
    private @Nullable String subject;

    @Option(names = "--login", paramLabel = "LOGIN", description = "Tài khoản đã gửi / the account that sent it")
    private @Nullable String login;

    @Option(names = "--since", paramLabel = "DATE", description = "Từ ngày, ví dụ 23/11/2026 / from this day on")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "DATE", description = "Đến hết ngày / up to and including this day")
    private @Nullable String until;

    @Option(names = "--direction", paramLabel = "CHIEU", description = "den, di, noi_bo")
    private @Nullable String direction;

    @Option(names = "--decision", paramLabel = "CODE", description = "deliver, hold, quarantine, refuse")
    private @Nullable String decision;

    @Option(
            names = "--outcome",
            paramLabel = "CODE",
            description = "pending, delivered, relayed, bounced, refused, held, quarantined, mixed")
    private @Nullable String outcome;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "Nhiều nhất bao nhiêu dòng / at most so many (default: 50)")
    private int limit = 50;

    @Override
    public Integer call() throws Exception {
        MailFilter filter = filter();
        try (AuditDatabase database = register.open()) {
            database.mail(filter, register.writer());
        }
        return 0;
    }

    private MailFilter filter() {
        if (limit < 1) {
            throw register.wrong("--limit", String.valueOf(limit), "1 or more");
        }
        MailFilter filter = MailFilter.newest(limit);
        filter = from == null ? filter : filter.from(from);
        filter = to == null ? filter : filter.to(to);
        filter = subject == null ? filter : filter.containing(subject);
        filter = login == null ? filter : filter.login(login);
        filter = since == null ? filter : filter.since(start("--since", since, 0));
        filter = until == null ? filter : filter.until(start("--until", until, 1));
        return coded(filter);
    }

    private MailFilter coded(MailFilter plain) {
        MailFilter filter = plain;
        if (direction != null) {
            filter = filter.direction(Arrays.stream(Direction.values())
                    .filter(known -> known.code().equals(direction))
                    .findFirst()
                    .orElseThrow(() -> register.wrong("--direction", String.valueOf(direction), "den, di, noi_bo")));
        }
        if (decision != null) {
            filter = filter.decision(Arrays.stream(Verdict.values())
                    .filter(known -> known.code().equals(decision))
                    .findFirst()
                    .orElseThrow(() -> register.wrong(
                            "--decision", String.valueOf(decision), "deliver, hold, quarantine, refuse")));
        }
        return outcome == null ? filter : filter.outcome(knownOutcome(outcome));
    }

    private String knownOutcome(String code) {
        String known = Arrays.stream(Outcome.values()).map(Outcome::code).collect(Collectors.joining(", ")) + ", mixed";
        if (!Arrays.asList(known.split(", ")).contains(code)) {
            throw register.wrong("--outcome", code, known);
        }
        return code;
    }

    private Instant start(String option, String text, int daysLater) {
        LocalDate day = Days.parse(text).orElseThrow(() -> register.wrong(option, text, Days.ALLOWED));
        return day.plusDays(daysLater).atStartOfDay(Days.VIETNAM).toInstant();
    }
}
