package vn.vanthu.server.command;

import picocli.CommandLine.Command;

/** {@code ./vanthu audit}: reads the register, while the gateway runs or without it. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = {"Tra cứu sổ đăng ký, cả khi cổng thư đang chạy.", "Reads the register while the gateway runs."},
        subcommands = {
            AuditMailCommand.class,
            AuditBookCommand.class,
            AuditTrailCommand.class,
            AuditGapsCommand.class,
            AuditSearchCommand.class,
            AuditVerifyCommand.class,
            AuditArchiveCommand.class
        })
final class AuditCommand extends CommandGroup {}
