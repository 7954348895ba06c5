package vn.vanthu.server.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.james.login.FirstPasswords;
import vn.vanthu.james.login.LockedAccounts;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.store.RegisterDatabase;
import vn.vanthu.server.AccountStore;
import vn.vanthu.server.Passwords;
import vn.vanthu.server.setup.GatewayConfiguration;

/** What {@code ./vanthu user} does; works while the gateway runs and while it does not. */
final class UserCommands {

    private UserCommands() {}

    abstract static class Base extends ShellCommand {

        @Mixin
        private Folders folders = new Folders();

        @Override
        public Integer call() throws Exception {
            GatewayConfiguration configuration = folders.configuration();
            try (AccountStore accounts = AccountStore.open(configuration)) {
                return work(configuration.organization().get(), accounts);
            }
        }

        abstract int work(Organization organization, AccountStore accounts) throws Exception;

        /** Makes sure that what is done to accounts can be recorded, then does it. */
        final RegisterDatabase register() throws ConfigurationException, IOException {
            return folders.register(folders.configuration());
        }

        final void record(RegisterDatabase register, AdminAct.Action action, String address)
                throws RegisterUnavailableException {
            record(register, action, address, "");
        }

        final void record(RegisterDatabase register, AdminAct.Action action, String address, String detail)
                throws RegisterUnavailableException {
            String key = "shell:" + UUID.randomUUID();
            register.register()
                    .administered(new AdminAct(Instant.now(), "", SystemUser.name(), action, address, detail, key));
        }

        /** Marks a password that this program made: it is for one use. */
        FirstPasswords firstPasswords() {
            return new FirstPasswords(folders.data.resolve("first-passwords"));
        }

        LockedAccounts locked() {
            return new LockedAccounts(folders.data.resolve("locked-accounts"));
        }

        /** Makes sure that accounts are kept here, not in LDAP. */
        void requireLocal() throws ConfigurationException {
            AccountStore.requireLocal(folders.configuration());
        }

        /** The full address, if somebody in {@code organization.xml} has it. */
        String person(Organization organization, String login) {
            String address = organization.complete(login);
            boolean known = organization
                    .mailbox(address)
                    .filter(mailbox -> mailbox.kind() == Mailbox.Kind.PERSON)
                    .isPresent();
            if (!known) {
                throw new CommandLine.ParameterException(
                        commandLine(), "found '" + login + "'; allowed: the mailbox of a person in organization.xml");
            }
            return address;
        }
    }

    @Command(
            name = "add",
            mixinStandardHelpOptions = true,
            description = {"Tạo tài khoản; in mật khẩu ban đầu.", "Makes an account and prints its first password."})
    static final class Add extends Base {

        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            requireLocal();
            String address = person(organization, login);
            if (accounts.list().contains(address)) {
                out().println(address + " đã có tài khoản / has an account; see: user passwd");
                return 1;
            }
            String password = Passwords.readable();
            try (RegisterDatabase register = register()) {
                firstPasswords().made(address, Instant.now());
                accounts.add(address, password);
                record(register, AdminAct.Action.ACCOUNT_ADDED, address);
            }
            out().println(address + "  " + password);
            return 0;
        }
    }

    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Tạo tài khoản cho mọi dòng của tệp CSV (cột đầu: tên đăng nhập).",
                "Makes an account for each line of a CSV file (first column: the login)."
            })
    static final class Import extends Base {

        @Parameters(paramLabel = "CSV")
        private Path file = Path.of("");

        /** All lines are checked before the first account is made. */
        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            requireLocal();
            Map<String, String> passwords = new LinkedHashMap<>();
            List<String> there = accounts.list();
            for (String line : Files.readAllLines(file)) {
                String login = line.split("[,;\t]", 2)[0].replace("\uFEFF", "").strip();
                if (!login.isEmpty() && !login.equalsIgnoreCase("login")) {
                    passwords.put(person(organization, login), Passwords.readable());
                }
            }
            try (RegisterDatabase register = register()) {
                for (Map.Entry<String, String> account : passwords.entrySet()) {
                    if (there.contains(account.getKey())) {
                        out().println(account.getKey() + "  (đã có / was there)");
                    } else {
                        firstPasswords().made(account.getKey(), Instant.now());
                        accounts.add(account.getKey(), account.getValue());
                        record(register, AdminAct.Action.ACCOUNT_ADDED, account.getKey());
                        out().println(account.getKey() + "  " + account.getValue());
                    }
                }
            }
            return 0;
        }
    }

    @Command(
            name = "passwd",
            mixinStandardHelpOptions = true,
            description = {
                "Đổi mật khẩu: người dùng tự gõ (hoặc đọc từ stdin), hoặc tự sinh để dùng một lần (--generate).",
                "Changes a password: its owner types it (or it is read from standard input), or one is made for one use"
                        + " (--generate)."
            })
    static final class Passwd extends Base {

        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Option(names = "--generate", description = "Tự sinh và in ra / make one and print it")
        private boolean generate;

        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            requireLocal();
            String address = person(organization, login);
            String password = generate ? Passwords.readable() : ask();
            Passwords.check(password, address);
            try (RegisterDatabase register = register()) {
                accounts.setPassword(address, password);
                if (generate) {
                    firstPasswords().made(address, Instant.now());
                } else {
                    firstPasswords().changed(address);
                }
                record(register, AdminAct.Action.PASSWORD_CHANGED, address, generate ? "for one use" : "");
            }
            out().println(address + (generate ? "  " + password : "  đã đổi mật khẩu / password changed"));
            return 0;
        }

        private static String ask() throws java.io.IOException {
            Console console = System.console();
            if (console != null) {
                return new String(console.readPassword("Mật khẩu mới / new password: "));
            }
            String line = new java.io.BufferedReader(
                            new java.io.InputStreamReader(System.in, java.nio.charset.StandardCharsets.UTF_8))
                    .readLine();
            return line == null ? "" : line;
        }
    }

    @Command(name = "lock", mixinStandardHelpOptions = true, description = "Khóa tài khoản / locks an account")
    static final class Lock extends Base {

        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            String address = person(organization, login);
            try (RegisterDatabase register = register()) {
                locked().lock(address);
                record(register, AdminAct.Action.ACCOUNT_LOCKED, address);
            }
            out().println(address + "  đã khóa / locked");
            return 0;
        }
    }

    @Command(name = "unlock", mixinStandardHelpOptions = true, description = "Mở khóa / unlocks an account")
    static final class Unlock extends Base {

        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            String address = person(organization, login);
            try (RegisterDatabase register = register()) {
                locked().unlock(address);
                record(register, AdminAct.Action.ACCOUNT_UNLOCKED, address);
            }
            out().println(address + "  đã mở khóa / unlocked");
            return 0;
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Danh sách tài khoản / the accounts")
    static final class ListAll extends Base {

        @Override
        int work(Organization organization, AccountStore accounts) throws Exception {
            List<String> there = accounts.list();
            organization.people().forEach(person -> out().printf(
                            "%-48s %-16s %-24s %s%n",
                            person.address(),
                            person.role()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                            person.name(),
                            locked().contains(person.address())
                                    ? "khóa / locked"
                                    : there.contains(person.address()) ? "" : "chưa có tài khoản / no account"));
            return 0;
        }
    }
}
