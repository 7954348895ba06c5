package vn.vanthu.server.command;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Settings;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.register.audit.AuditDatabase;
import vn.vanthu.register.audit.BookWorkbook;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.audit.ReportWriter;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.RegisterSettings;
import vn.vanthu.server.setup.RegisterAccess;

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

    @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
    private CommandLine.Model.@Nullable CommandSpec spec;

    RegisterSettings settings() throws ConfigurationException {
        Settings settings = Settings.load(folders.conf.resolve("vanthu.properties"), System.getenv());
        return RegisterAccess.of(settings, folders.data);
    }

    /** The folder of the filed documents. */
    Path archive() throws ConfigurationException {
        return Settings.load(folders.conf.resolve("vanthu.properties"), System.getenv())
                .archive(folders.data);
    }

    /** Opens the register for an auditor, and notes what he asks. */
    AuditDatabase open() throws ConfigurationException {
        AuditDatabase database = openUnnoted();
        note();
        return database;
    }

    AuditDatabase openUnnoted() throws ConfigurationException {
        return AuditDatabase.open(settings());
    }

    /** Enters the question in {@code nhat_ky_tra_cuu}; an account that may not do so is told, and answered all the same. */
    void note() throws ConfigurationException {
        RegisterSettings settings = settings();
        CommandLine command =
                Objects.requireNonNull(spec, "picocli gives the spec").commandLine();
        String tool = command.getCommandSpec().qualifiedName();
        List<String> typed = command.getParseResult().originalArgs();
        boolean noted =
                AuditAccess.noteQuestion(settings, Instant.now(), SystemUser.name(), tool, String.join(" ", typed));
        if (!noted && !settings.isEmbedded()) {
            command.getErr()
                    .println("Câu hỏi không ghi được vào nhật ký tra cứu / the question could not be noted in the"
                            + " register: this database account only reads");
        }
    }

    /** XLSX in the layout of Annex IV with its cover; the other formats as for every report. */
    ReportWriter bookWriter(Book book, int year) throws ConfigurationException {
        if (format != Format.XLSX) {
            return writer();
        }
        String agency = OrganizationFile.load(folders.conf.resolve("organization.xml"))
                .agency()
                .name();
        return new BookWorkbook(System.out, book, year, agency);
    }

    CommandLine.ParameterException wrong(String option, String found, String allowed) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives the spec");
        }
        return new CommandLine.ParameterException(
                spec.commandLine(), option + ": found '" + found + "'; allowed: " + allowed);
    }

    Format format() {
        return format;
    }

    ReportWriter writer() {
        return format.writer(System.out);
    }
}
