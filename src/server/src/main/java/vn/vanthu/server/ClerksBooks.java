package vn.vanthu.server;

import java.io.IOException;
import java.time.Duration;
import vn.vanthu.command.Commands;
import vn.vanthu.command.clerk.ClerkCommands;
import vn.vanthu.config.Setting;
import vn.vanthu.filing.Archive;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.audit.StoredBookReports;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.book.Entry;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.setup.GatewayConfiguration;

/** The clerk's commands, for the mails to {@code so@} and for {@code ./vanthu book}. */
public final class ClerksBooks {

    private ClerksBooks() {}

    public static Commands commands(GatewayConfiguration configuration, RegisterDatabase register) {
        BookReports reports = new StoredBookReports(
                configuration.register(),
                () -> configuration.organization().get().agency().name());
        Duration kept = Duration.ofDays(configuration.settings().number(Setting.BOOK_RESERVED_DAYS));
        Archive archive = new Archive(
                configuration.settings().archive(configuration.options().data()), register.filings());
        return new Commands(ClerkCommands.of(register.books(), reports, kept, entry -> renewSheet(archive, entry)));
    }

    private static void renewSheet(Archive archive, Entry entry) throws RegisterUnavailableException {
        try {
            archive.renewSheet(entry);
        } catch (IOException e) {
            throw new RegisterUnavailableException("the sheet in the archive cannot be written: " + e.getMessage(), e);
        }
    }
}
