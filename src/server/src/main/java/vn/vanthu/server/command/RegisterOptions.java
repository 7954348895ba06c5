package vn.vanthu.server.command;

import java.nio.file.Path;
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
import vn.vanthu.register.store.RegisterSettings;
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

    AuditDatabase open() throws ConfigurationException {
        return AuditDatabase.open(settings());
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

    ReportWriter writer() {
        return format.writer(System.out);
    }
}
