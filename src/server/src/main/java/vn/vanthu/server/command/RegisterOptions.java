package vn.vanthu.server.command;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Settings;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.audit.ReportWriter;
import vn.vanthu.server.RegisterAccess;

/** Which register an auditor reads, and how the answer looks. */
final class RegisterOptions {

    @Mixin
    private Folders folders = new Folders();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "${COMPLETION-CANDIDATES} (default: table)")
    private Format format = Format.TABLE;

    AuditDatabase open() throws ConfigurationException {
        Settings settings = Settings.load(folders.conf.resolve("vanthu.properties"), System.getenv());
        return AuditDatabase.open(RegisterAccess.of(settings, folders.data));
    }

    ReportWriter writer() {
        return format.writer(System.out);
    }
}
