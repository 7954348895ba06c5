package vn.vanthu.server.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.approval.flow.ApprovalWords;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.held.Purpose;
import vn.vanthu.limit.Stops;
import vn.vanthu.organization.Organization;
import vn.vanthu.question.Answered;
import vn.vanthu.question.Question;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.GatewayConfiguration;
import vn.vanthu.server.setup.Keys;

/** {@code ./vanthu limit}: the logins that are stopped for sending too much, while the gateway runs or not. */
@Command(
        name = "limit",
        mixinStandardHelpOptions = true,
        description = {
            "Các tài khoản bị dừng vì gửi ra ngoài quá nhiều: xem, mở lại, bỏ thư đang giữ.",
            "Logins that are stopped because they sent too much: list, lift, drop what is held."
        },
        subcommands = {LimitCommands.ListOpen.class, LimitCommands.Lift.class, LimitCommands.Drop.class})
final class LimitCommands extends CommandGroup {

    abstract static class Base extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        @Override
        public Integer call() throws Exception {
            GatewayConfiguration configuration = folders.configuration();
            try (RegisterDatabase register = folders.register(configuration)) {
                String secret = Keys.secret(configuration.options().data().resolve("question.secret"));
                Stops stops = new Stops(register.questions(secret), configuration.clock());
                return run(configuration, register, stops);
            }
        }

        abstract int run(GatewayConfiguration configuration, RegisterDatabase register, Stops stops)
                throws ConfigurationException, RegisterUnavailableException;

        CommandLine.ParameterException wrong(String option, String found, String allowed) {
            return new CommandLine.ParameterException(
                    commandLine(), option + ": found '" + found + "'; allowed: " + allowed);
        }
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Tài khoản đang bị dừng; mã thoát 1 khi có.",
                "The logins that are stopped; exit code 1 when there is one."
            })
    static final class ListOpen extends Base {

        @Override
        int run(GatewayConfiguration configuration, RegisterDatabase register, Stops stops)
                throws RegisterUnavailableException {
            var held = register.heldMails(configuration.options().data().resolve("held"));
            List<Question> open = stops.open();
            for (Question stop : open) {
                out().println(stop.requester() + "  " + ApprovalWords.time(stop.askedAt()) + "  thư giữ / held: "
                        + held.open(Purpose.LIMIT, stop.requester()).size());
            }
            if (open.isEmpty()) {
                out().println("Không tài khoản nào bị dừng / no login is stopped");
            }
            return open.isEmpty() ? 0 : 1;
        }
    }

    abstract static class End extends Base {

        @Parameters(paramLabel = "LOGIN", description = "Tài khoản bị dừng / the login that is stopped")
        private String login = "";

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                required = true,
                description = "Nhân danh Chánh Văn phòng hoặc lãnh đạo, không phải chính tài khoản đó / in whose name:"
                        + " the Office's head or a leader, never the login itself")
        private String as = "";

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Vì sao; ghi vào sổ / why; stands in the register")
        private String reason = "";

        private final String outcome;
        private final AdminAct.Action action;

        End(String outcome, AdminAct.Action action) {
            this.outcome = outcome;
            this.action = action;
        }

        @Override
        int run(GatewayConfiguration configuration, RegisterDatabase register, Stops stops)
                throws RegisterUnavailableException {
            Organization organization = configuration.organization().get();
            String stopped = organization.complete(login);
            String who = organization.complete(as);
            Optional<Stops.Stop> stop =
                    stops.newestOf(stopped).filter(newest -> newest.end().isEmpty());
            if (stop.isEmpty()) {
                throw wrong("LOGIN", login, "a login that waits for a decision, see './vanthu limit list'");
            }
            Question question = stop.get().question();
            if (!question.isAsked(who)) {
                throw wrong("--as", as, String.join(", ", question.asked()));
            }
            if (reason.isBlank()) {
                throw wrong("--reason", reason, "a sentence");
            }
            Answered end = stops.end(question, outcome, who, reason);
            if (!end.isBy(who, outcome)) {
                out().println("Đã có người quyết định / somebody decided before: " + end.login() + " " + end.outcome());
                return 1;
            }
            register.register()
                    .administered(new AdminAct(
                            end.at(),
                            who,
                            SystemUser.name(),
                            action,
                            stopped,
                            reason,
                            "limit-shell:" + question.code()));
            out().println(
                            outcome.equals(Stops.LIFTED)
                                    ? "Đã mở; các thư đang giữ được gửi trong vài giây khi hệ thống chạy / lifted;"
                                            + " what is held goes out within seconds while the gateway runs"
                                    : "Đã bỏ các thư đang giữ; tài khoản vẫn bị dừng / dropped; the login stays"
                                            + " stopped");
            return 0;
        }
    }

    @Command(
            name = "lift",
            mixinStandardHelpOptions = true,
            description = {
                "Cho tài khoản gửi tiếp, gửi các thư đang giữ.",
                "Lets the login go on and sends what is held."
            })
    static final class Lift extends End {
        Lift() {
            super(Stops.LIFTED, AdminAct.Action.SENDING_LIFTED);
        }
    }

    @Command(
            name = "drop",
            mixinStandardHelpOptions = true,
            description = {
                "Bỏ các thư đang giữ; tài khoản vẫn bị dừng.",
                "Drops what is held; the login stays stopped until it is lifted."
            })
    static final class Drop extends End {
        Drop() {
            super(Stops.DROPPED, AdminAct.Action.HELD_MAIL_DROPPED);
        }
    }
}
