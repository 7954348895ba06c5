package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
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
import vn.vanthu.james.Parameters;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.document.RegistrationRequests;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Carries out the command in a mail to the register's address, or the answer to a question (its key stands in the address),
 * and answers it.
 *
 * <pre><code>
 * &lt;mailet match="vn.vanthu.matchers.IsToRegister" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * &lt;mailet match="vn.vanthu.matchers.IsAnswer" class="vn.vanthu.mailets.AnswerCommand"/&gt;
 * </code></pre>
 *
 * Stands after {@link RecordMail} and {@link ConvertToUnicode}. Ends the mail for these recipients. Only the login of an
 * authenticated submission commands; mail from outside, from programs and from the null sender is recorded as refused and
 * gets no answer. While the register is away the mail waits; run again after a crash it changes nothing more.
 */
public final class AnswerCommand extends GenericMailet {

    private static final String RULE = "AnswerCommand";
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
    public AnswerCommand(
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

    @Override
    public void init() throws MessagingException {
        new Parameters(getMailetConfig());
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        MailId id = MailIds.of(mail);
        Optional<Submitter> submitter = reader.submitter(id, mail);
        boolean over = Waiting.orLater(mail, getMailetContext(), () -> {
            if (isOver(id, mail)) {
                return;
            }
            if (submitter.isPresent() && submitter.get().mayCommand()) {
                answer(mail, submitter.get());
            } else {
                refuse(mail, id, submitter);
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

    private void answer(Mail mail, Submitter submitter) throws MessagingException, RegisterUnavailableException {
        MailCommand command = reader.command(mail);
        Answer answer = answer(mail, command, submitter);
        answers.send(mail, submitter, answer);
        Decision decision = answer.decision();
        register.decided(
                submitter.mailId(),
                RULE,
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

    private void refuse(Mail mail, MailId id, Optional<Submitter> submitter) throws RegisterUnavailableException {
        boolean automatic = submitter.filter(from -> !from.login().isEmpty()).isPresent();
        Reason reason = automatic ? AUTOMATIC : FROM_OUTSIDE;
        register.decided(id, RULE, Decision.refuse(reason));
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
