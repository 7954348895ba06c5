package vn.vanthu.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.command.Answer;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.MailCommand.Particular;
import vn.vanthu.command.Submitter;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.ClerksBooks;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * What {@code ./vanthu book} does: each command is the clerk's mail of that name, with the login given by {@code --as}.
 * Works while the gateway runs and while it does not.
 */
final class BookCommands {

    private BookCommands() {}

    abstract static class Base extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        @Option(
                names = "--as",
                paramLabel = "LOGIN",
                required = true,
                description = "Nhân danh văn thư hoặc Chánh Văn phòng / in whose name: a clerk, or the office's head")
        private String as = "";

        @Option(
                names = "--reason",
                paramLabel = "TEXT",
                required = true,
                description = "Vì sao làm ở đây; ghi vào lịch sử của số / why; stands in the history of the number")
        private String reason = "";

        @Override
        public Integer call() throws Exception {
            GatewayConfiguration configuration = folders.configuration();
            Organization organization = configuration.organization().get();
            if (reason.isBlank()) {
                throw wrong("--reason", reason, "a sentence");
            }
            String login = organization.complete(as);
            if (organization.person(login).isEmpty()) {
                throw wrong("--as", as, "a person in organization.xml");
            }
            try (RegisterDatabase register = folders.register(configuration)) {
                MailId id = MailId.ofMailName("shell-" + UUID.randomUUID());
                Submitter submitter =
                        new Submitter(login, id, configuration.clock().instant(), false, "");
                Answer answer = ClerksBooks.commands(configuration, register)
                        .answer(mail(), submitter, organization, SystemUser.name(), reason);
                (answer.isDone() ? commandLine().getOut() : commandLine().getErr()).print(answer.text());
                commandLine().getOut().flush();
                commandLine().getErr().flush();
                return answer.isDone() ? 0 : 2;
            }
        }

        private MailCommand mail() {
            List<Particular> lines = new ArrayList<>(particulars());
            if (saysWhy()) {
                lines.add(new Particular("reason", reason, false));
            }
            return new MailCommand(line(), lines);
        }

        /** The first line of the mail. */
        abstract String line();

        List<Particular> particulars() {
            return List.of();
        }

        /** Whether the mail itself has a line for the reason. */
        boolean saysWhy() {
            return true;
        }

        CommandLine.ParameterException wrong(String option, String found, String allowed) {
            return new CommandLine.ParameterException(
                    commandLine(), option + ": found '" + found + "'; allowed: " + allowed);
        }
    }

    /** A command about a number that stands in a book. */
    abstract static class OfNumber extends Base {

        @Parameters(paramLabel = "BOOK", description = "incoming (đến), outgoing (đi)")
        private Book book = Book.INCOMING;

        @Parameters(paramLabel = "NUMBER", description = "05, 05/2025, 05/QĐ-SNgV")
        private String number = "";

        String number() {
            return number + (book == Book.INCOMING ? " đến" : " đi");
        }
    }

    @Command(
            name = "reserve",
            mixinStandardHelpOptions = true,
            description = {"Cấp số văn bản đi trước khi ký.", "Takes an outgoing number before the document is signed."
            })
    static final class Reserve extends Base {

        @Mixin
        private DocumentOptions document = new DocumentOptions();

        @Override
        String line() {
            return "CẤP SỐ";
        }

        @Override
        List<Particular> particulars() {
            return document.particulars();
        }

        @Override
        boolean saysWhy() {
            return false;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {"Vào sổ một văn bản đến bằng giấy.", "Enters a document that came on paper."})
    static final class Add extends Base {

        @Mixin
        private DocumentOptions document = new DocumentOptions();

        @Override
        String line() {
            return "VÀO SỔ";
        }

        @Override
        List<Particular> particulars() {
            return document.particulars();
        }

        @Override
        boolean saysWhy() {
            return false;
        }
    }

    @Command(
            name = "issue",
            mixinStandardHelpOptions = true,
            description = {
                "Ghi rằng một số đã cấp được phát hành bằng giấy.",
                "Says that an outgoing number went out on paper."
            })
    static final class Issue extends Base {

        @Parameters(paramLabel = "NUMBER", description = "05, 05/2025, 05/QĐ-SNgV")
        private String number = "";

        @Mixin
        private DocumentOptions document = new DocumentOptions();

        @Override
        String line() {
            return "VÀO SỔ " + number + " đi";
        }

        @Override
        List<Particular> particulars() {
            return document.particulars();
        }

        @Override
        boolean saysWhy() {
            return false;
        }
    }

    @Command(
            name = "correct",
            mixinStandardHelpOptions = true,
            description = {
                "Sửa một số; nội dung cũ vẫn được lưu.",
                "Corrects a number; what stood there before is kept."
            })
    static final class Correct extends OfNumber {

        @Mixin
        private DocumentOptions document = new DocumentOptions();

        @Override
        String line() {
            return "SỬA " + number();
        }

        @Override
        List<Particular> particulars() {
            return document.particulars();
        }
    }

    @Command(
            name = "void",
            mixinStandardHelpOptions = true,
            description = {
                "Hủy một số: vẫn nằm trong sổ, không cấp lại.",
                "Voids a number: it stays in the book and is never given again."
            })
    static final class Void extends OfNumber {

        @Override
        String line() {
            return "HỦY " + number();
        }
    }

    @Command(
            name = "close",
            mixinStandardHelpOptions = true,
            description = {"Khóa sổ của một năm đã hết.", "Closes the book of a year that is over."})
    static final class Close extends Base {

        @Parameters(paramLabel = "BOOK", description = "incoming (đến), outgoing (đi)")
        private Book book = Book.INCOMING;

        @Option(names = "--year", paramLabel = "YEAR", required = true, description = "Năm của sổ / the book's year")
        private int year;

        @Override
        String line() {
            return "KHÓA SỔ " + (book == Book.INCOMING ? "ĐẾN " : "ĐI ") + year;
        }
    }
}
