package vn.vanthu.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.book.BookException;
import vn.vanthu.text.Unaccented;

/** All commands that are taken at one address. Immutable. */
public final class Commands {

    private static final List<String> HELP = List.of("tro giup", "huong dan", "giup", "help");

    private static final Pattern NAME_AND_SIGNS =
            Pattern.compile("([\\p{P}<&&[^?]]*[\\p{L}\\p{M}\\p{N}]+)([^\\p{L}\\p{N}]*|[:;,.!].*)");

    private final List<Command> commands;

    public Commands(List<Command> commands) {
        this.commands = List.copyOf(commands);
    }

    /** A command and what follows its name in the line. */
    private record Match(Command command, int words, String argument) {}

    /**
     * Carries out what the mail says.
     *
     * @param submitter one that {@linkplain Submitter#mayCommand may command}
     * @throws RegisterUnavailableException when it must be tried again later, with the same submitter and mail
     */
    public Answer answer(MailCommand mail, Submitter submitter, Organization organization)
            throws RegisterUnavailableException {
        return answer(mail, submitter, organization, "", "");
    }

    /**
     * Carries out what somebody types in the administrator's shell, in the name of who may command it.
     *
     * @param systemUser who types it
     * @param reason why it is done so; it stands in the history of the number
     */
    public Answer answer(
            MailCommand mail, Submitter submitter, Organization organization, String systemUser, String reason)
            throws RegisterUnavailableException {
        if (!submitter.mayCommand()) {
            throw new IllegalArgumentException("a mail without a login commands nothing: " + submitter.mailId());
        }
        Optional<Match> match = find(mail.line());
        if (match.isEmpty()) {
            return help(mail, submitter, organization);
        }
        Command command = match.get().command();
        Optional<Person> person = organization.person(submitter.login()).filter(known -> maySee(command, known));
        if (person.isEmpty()) {
            return refusal(command);
        }
        Request request = new Request(
                command,
                match.get().argument(),
                mail.particulars(),
                person.get(),
                organization,
                submitter,
                new Act(person.get().address(), systemUser, reason, "command:" + submitter.mailId()));
        return run(command, request);
    }

    /** Whether a line is a command, or asks for help. */
    public boolean know(String line) {
        return find(line).isPresent() || asksForHelp(line);
    }

    private static boolean asksForHelp(String line) {
        String words = Unaccented.words(line);
        return HELP.stream().anyMatch(word -> words.equals(word) || words.startsWith(word + " "));
    }

    private static Answer run(Command command, Request request) throws RegisterUnavailableException {
        try {
            return command.run(request);
        } catch (BookException e) {
            return new Answer(
                    Decision.refuse(e.reason()),
                    "CHƯA thực hiện lệnh " + command.name() + ": " + e.reason().text(),
                    "Nothing was done: the register refuses (" + e.reason().code() + ").",
                    List.of());
        }
    }

    private static boolean maySee(Command command, Person person) {
        return command.users().isEmpty() || command.users().contains(person.role());
    }

    /** The command with the longest name that the line begins with. */
    private Optional<Match> find(String line) {
        String[] words = line.split(" ");
        return commands.stream()
                .flatMap(command -> names(command).flatMap(name -> match(command, name, words)))
                .max(java.util.Comparator.comparingInt(Match::words));
    }

    private static Stream<String> names(Command command) {
        return Stream.concat(Stream.of(command.name()), command.aliases().stream())
                .map(Unaccented::words);
    }

    /** Signs that stick to the name ("DUYỆT?", "TỪ CHỐI:sai số") belong to what follows it. */
    private static Stream<Match> match(Command command, String name, String[] words) {
        int count = name.split(" ").length;
        if (words.length < count) {
            return Stream.empty();
        }
        String[] beginning = Arrays.copyOf(words, count);
        Matcher last = NAME_AND_SIGNS.matcher(beginning[count - 1]);
        if (!last.matches()) {
            return Stream.empty();
        }
        beginning[count - 1] = last.group(1);
        String[] rest = Arrays.copyOfRange(words, count - 1, words.length);
        rest[0] = last.group(2);
        return Unaccented.words(String.join(" ", beginning)).equals(name)
                ? Stream.of(new Match(command, count, argument(rest)))
                : Stream.empty();
    }

    private static String argument(String[] rest) {
        return String.join(" ", rest).strip().replaceFirst("^[:;.,!…–—-]+ ?", "");
    }

    private static Answer refusal(Command command) {
        String who = command.users().stream().map(Commands::title).sorted().collect(Collectors.joining(", "));
        String text = "Lệnh " + command.name() + " chỉ dành cho: " + who + ".";
        return new Answer(
                Decision.refuse(Reason.of("command-not-allowed", command.clause(), text)),
                "KHÔNG thực hiện. " + text
                        + " Chưa có gì thay đổi.\n\nViệc cần làm: chuyển đề nghị tới văn thư cơ quan.",
                "Nothing was done: this command is for the clerk and the head of the office only.",
                List.of());
    }

    private static String title(vn.vanthu.organization.Role role) {
        return switch (role) {
            case DIRECTOR -> "Giám đốc";
            case STANDING_DEPUTY -> "Phó Giám đốc thường trực";
            case DEPUTY -> "Phó Giám đốc";
            case OFFICE_HEAD -> "Chánh Văn phòng";
            case CLERK -> "văn thư";
            case UNIT_HEAD -> "trưởng phòng";
            case STAFF -> "chuyên viên";
        };
    }

    private Answer help(MailCommand mail, Submitter submitter, Organization organization) {
        Optional<Person> person = organization.person(submitter.login());
        List<Command> usable = commands.stream()
                .filter(command -> person.isPresent() && maySee(command, person.get()))
                .toList();
        boolean asked = asksForHelp(mail.line());
        String list = usable.isEmpty()
                ? "Anh/chị chưa được giao lệnh nào ở địa chỉ này. Cần cấp số, vào sổ: đề nghị liên hệ văn thư cơ quan."
                : usable.stream()
                        .map(command -> command.name() + "\n\n" + command.help().indent(4))
                        .collect(Collectors.joining("\n"));
        String intro = asked
                ? "Các lệnh gửi bằng thư (dòng đầu là lệnh; có dấu hay không dấu, chữ hoa hay thường đều được):\n\n"
                : "CHƯA thực hiện gì: dòng đầu của thư không phải là một lệnh. Các lệnh dùng được:\n\n";
        Reason reason = asked
                ? Reason.of("help-given", "", "Đã gửi hướng dẫn.")
                : Reason.of("command-unclear", "", "Không rõ lệnh.");
        return new Answer(
                asked ? Decision.deliver(reason) : Decision.refuse(reason),
                intro + list,
                asked ? "The commands are listed above." : "Nothing was done: the first line is not a command.",
                List.of());
    }
}
