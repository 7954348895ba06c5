package vn.vanthu.james.command;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.MailetContext;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Commands;
import vn.vanthu.command.MailCommand;
import vn.vanthu.command.Submitter;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.CommandAnswers;
import vn.vanthu.james.CommandMail;
import vn.vanthu.james.FirstPass;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.document.RegistrationRequests;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/** Takes a mail that is a command or an answer to a question: carries it out, answers it, records it, ends it. */
public final class CommandDesk {

    private static final Reason FROM_OUTSIDE = Reason.of(
            "command-without-login",
            "Điều 5 khoản 3 điểm g",
            "Địa chỉ này chỉ nhận lệnh từ người đã đăng nhập; thư không được thực hiện.");
    private static final Reason AUTOMATIC = Reason.of(
            "command-automatic",
            "Điều 5 khoản 3 điểm g",
            "Thư trả lời tự động không bao giờ là lệnh; thư không được thực hiện.");

    private final Register register;
    private final Commands commands;
    private final QuestionDesk questions;
    private final RegistrationRequests requests;
    private final CommandMail reader;
    private final CommandAnswers answers;
    private final LiveOrganization organization;
    private final Clock clock;

    @Inject
    public CommandDesk(
            Register register,
            Commands commands,
            QuestionDesk questions,
            RegistrationRequests requests,
            CommandMail reader,
            CommandAnswers answers,
            LiveOrganization organization,
            Clock clock) {
        this.register = register;
        this.commands = commands;
        this.questions = questions;
        this.requests = requests;
        this.reader = reader;
        this.answers = answers;
        this.organization = organization;
        this.clock = clock;
    }

    /**
     * Ends the mail for its recipients; while the register is away it waits.
     *
     * @param rule the mailet's name, for the register
     */
    public void take(Mail mail, MailetContext context, String rule) throws MessagingException {
        MailId id = MailIds.of(mail);
        List<Submitter> submitters = reader.submitters(id, mail);
        boolean over = Waiting.orLater(mail, context, () -> {
            if (isOver(id, mail)) {
                return;
            }
            if (submitters.stream().anyMatch(Submitter::mayCommand)) {
                answer(mail, id, submitters, rule);
            } else {
                refuse(mail, id, submitters, rule);
            }
        });
        if (over) {
            mail.setState(Mail.GHOST);
        }
    }

    /** Whether an earlier pass came to its end: the outcome is the last thing that it writes. */
    private boolean isOver(MailId id, Mail mail) throws RegisterUnavailableException {
        if (FirstPass.is(mail)) {
            return false;
        }
        for (String recipient : recipients(mail)) {
            if (!register.isSettled(id, recipient)) {
                return false;
            }
        }
        return true;
    }

    /** Each question gets its answer, and its line in the log of decisions. */
    private void answer(Mail mail, MailId id, List<Submitter> submitters, String rule)
            throws MessagingException, RegisterUnavailableException {
        MailCommand command = reader.command(mail);
        Set<String> codes = new LinkedHashSet<>();
        for (int i = 0; i < submitters.size(); i++) {
            Answer answer = answer(mail, command, submitters.get(i));
            answers.send(mail, submitters.get(i), answer);
            Reason reason = answer.decision().reason();
            register.decided(
                    id,
                    i == 0 ? rule : rule + "-" + (i + 1),
                    new Decision(answer.decision().verdict(), reason.withDetail("command: " + command.line())));
            codes.add(reason.code());
        }
        settle(mail, id, Outcome.DELIVERED, String.join(", ", codes));
    }

    private Answer answer(Mail mail, MailCommand command, Submitter submitter)
            throws MessagingException, RegisterUnavailableException {
        if (!submitter.key().isEmpty()) {
            return questions.answer(command, submitter, organization.get());
        }
        if (CommandAnswers.isTo(organization.get().agency().noticesAddress(), mail)) {
            return QuestionDesk.withoutKey();
        }
        Optional<Answer> taken = commands.know(command.line()) ? Optional.empty() : requests.take(mail, submitter);
        return taken.isPresent() ? taken.get() : commands.answer(command, submitter, organization.get());
    }

    private void refuse(Mail mail, MailId id, List<Submitter> submitters, String rule)
            throws RegisterUnavailableException {
        boolean automatic = submitters.stream().anyMatch(from -> !from.login().isEmpty());
        Reason reason = automatic ? AUTOMATIC : FROM_OUTSIDE;
        register.decided(id, rule, Decision.refuse(reason));
        settle(mail, id, Outcome.REFUSED, reason.code());
    }

    private void settle(Mail mail, MailId id, Outcome outcome, String reply) throws RegisterUnavailableException {
        List<DeliveryEvent> events = recipients(mail).stream()
                .map(recipient -> DeliveryEvent.settled(id, recipient, outcome, clock.instant(), "", reply))
                .toList();
        register.outcomes(events);
    }

    private static List<String> recipients(Mail mail) {
        return mail.getRecipients().stream().map(Addresses::of).toList();
    }
}
