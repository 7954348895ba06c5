package vn.vanthu.james.command;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
        Optional<Submitter> submitter = reader.submitter(id, mail);
        boolean over = Waiting.orLater(mail, context, () -> {
            if (isOver(id, mail)) {
                return;
            }
            if (submitter.isPresent() && submitter.get().mayCommand()) {
                answer(mail, submitter.get(), rule);
            } else {
                refuse(mail, id, submitter, rule);
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

    private void answer(Mail mail, Submitter submitter, String rule)
            throws MessagingException, RegisterUnavailableException {
        MailCommand command = reader.command(mail);
        Answer answer = answer(mail, command, submitter);
        answers.send(mail, submitter, answer);
        Decision decision = answer.decision();
        register.decided(
                submitter.mailId(),
                rule,
                new Decision(decision.verdict(), decision.reason().withDetail("command: " + command.line())));
        settle(mail, submitter.mailId(), Outcome.DELIVERED, decision.reason().code());
    }

    private Answer answer(Mail mail, MailCommand command, Submitter submitter)
            throws MessagingException, RegisterUnavailableException {
        if (!submitter.key().isEmpty()) {
            return questions.answer(command, submitter, organization.get());
        }
        Optional<Answer> taken = commands.know(command.line()) ? Optional.empty() : requests.take(mail, submitter);
        return taken.isPresent() ? taken.get() : commands.answer(command, submitter, organization.get());
    }

    private void refuse(Mail mail, MailId id, Optional<Submitter> submitter, String rule)
            throws RegisterUnavailableException {
        boolean automatic = submitter.filter(from -> !from.login().isEmpty()).isPresent();
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
