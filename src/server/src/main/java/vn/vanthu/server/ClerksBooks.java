package vn.vanthu.server;

import java.time.Duration;
import vn.vanthu.command.Commands;
import vn.vanthu.command.clerk.ClerkCommands;
import vn.vanthu.config.Setting;
import vn.vanthu.register.audit.StoredBookReports;
import vn.vanthu.register.book.BookReports;
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
        return new Commands(ClerkCommands.of(register.books(), reports, kept));
    }
}
