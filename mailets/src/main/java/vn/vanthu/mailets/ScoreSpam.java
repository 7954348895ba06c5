package vn.vanthu.mailets;

import com.google.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.mail.MessagingException;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import vn.vanthu.decision.Decision;
import vn.vanthu.decision.Reason;
import vn.vanthu.james.Addresses;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.james.MailIds;
import vn.vanthu.james.Parameters;
import vn.vanthu.james.SubmittedMail;
import vn.vanthu.james.Waiting;
import vn.vanthu.james.spam.Adviser;
import vn.vanthu.james.spam.AdviserParameters;
import vn.vanthu.james.spam.Advisers;
import vn.vanthu.james.spam.SenderAuthentication;
import vn.vanthu.james.spam.SpamMark;
import vn.vanthu.limit.SendingLimits;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.message.MailId;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.SpamScore;
import vn.vanthu.spam.Verdict;
import vn.vanthu.spam.rule.Symbol;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.spam.sender.Correspondence;
import vn.vanthu.spam.sender.KnownSenders;
import vn.vanthu.spam.sender.ShownDomain;

/**
 * Scores each mail (Điều 5 khoản 3 điểm i, Điều 8 khoản 1). Mail from outside is authenticated first (SPF, DKIM, DMARC) and
 * gets {@code Authentication-Results}, {@code X-Spam-Flag}, {@code X-Spam-Score} and {@code X-Spam-Status}; every other byte
 * stays. Mail of our own people is scored without a mark. Notices of the gateway pass. It holds and refuses nothing: {@link
 * vn.vanthu.matchers.IsSpam} acts on the score.
 *
 * <pre><code>
 * &lt;mailet match="All" class="vn.vanthu.mailets.ScoreSpam"&gt;
 *   &lt;dnsTimeout&gt;3s&lt;/dnsTimeout&gt;
 *   &lt;adviceTimeout&gt;5s&lt;/adviceTimeout&gt;
 * &lt;/mailet&gt;
 * </code></pre>
 *
 * <ul>
 *   <li>{@code dnsTimeout}: how long a mail waits for name servers at most, all questions together (default 3s; {@code 0s}:
 *       none are asked). What is not answered by then says {@code temperror} and counts nothing;
 *   <li>{@code blockLists}: lists of clients in DNS with the points of each, for example {@code zen.spamhaus.org 3,
 *       bl.spamcop.net 2}; default none. A list that answers errors or lists everything is ignored;
 *   <li>{@code rspamd}, {@code spamAssassin}: other filters whose score counts as one more symbol, for example {@code
 *       http://127.0.0.1:11333} and {@code 127.0.0.1:783}; default none;
 *   <li>{@code adviceTimeout}: how long a mail waits for lists and other filters at most (default 5s). One that
 *       gives no answer about several senders in a row is left alone for a minute.
 * </ul>
 *
 * ARC (RFC 8617) is not evaluated: no maintained Java library verifies it (jDKIM has none), and it only ever says what a
 * server that must be trusted by name claims to have seen.
 */
public final class ScoreSpam extends GenericMailet {

    private static final String RULE = "ScoreSpam";
    private static final String CLAUSE = "Điều 5 khoản 3 điểm i; Điều 8 khoản 1";
    private static final int HEADER_BYTES = 1 << 16;

    private final SpamFilter filter;
    private final SenderAuthentication authentication;
    private final LiveOrganization organization;
    private final DkimCheck.AuthServId server;
    private final Correspondence correspondence;
    private final Register register;
    private final AdviserParameters adviserParameters;
    private Duration dnsTimeout = Duration.ofSeconds(3);
    private Advisers advisers;

    @Inject
    public ScoreSpam(
            SpamFilter filter,
            SenderAuthentication authentication,
            LiveOrganization organization,
            DkimCheck.AuthServId server,
            Correspondence correspondence,
            AdviserParameters adviserParameters,
            Register register) {
        this.filter = filter;
        this.authentication = authentication;
        this.organization = organization;
        this.server = server;
        this.correspondence = correspondence;
        this.adviserParameters = adviserParameters;
        this.advisers = new Advisers(List.of(), dnsTimeout, Clock.systemUTC());
        this.register = register;
    }

    @Override
    public void init() throws MessagingException {
        List<String> known = new ArrayList<>(AdviserParameters.NAMES);
        known.add("dnsTimeout");
        Parameters parameters = new Parameters(getMailetConfig(), known.toArray(String[]::new));
        dnsTimeout = parameters.duration("dnsTimeout", Duration.ofSeconds(3));
        if (dnsTimeout.toSeconds() > 30) {
            throw parameters.wrong("dnsTimeout", dnsTimeout.toSeconds() + "s", "0s to 30s");
        }
        advisers = adviserParameters.read(parameters);
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<SubmittedMail> submitted = SubmittedMail.of(mail);
        if (submitted.isEmpty()) {
            return;
        }
        byte[] message = bytesOf(mail);
        if (submitted.get().login().isEmpty()) {
            outside(mail, message, submitted.get().clientAddress());
        } else {
            ours(mail, filter.scoreOfOurs(message));
        }
    }

    /** The register tells {@link LimitSender} later what of a login's mail looked like spam. */
    private void ours(Mail mail, SpamScore score) throws MessagingException {
        SpamMark.attach(mail, score);
        if (score.verdict() == Verdict.SPAM) {
            Reason reason = Reason.of(SendingLimits.SPAM, CLAUSE, "Thư gửi đi có nhiều dấu hiệu là thư rác.");
            MailId id = MailIds.of(mail);
            Waiting.orLater(
                    mail,
                    getMailetContext(),
                    () -> register.decided(id, RULE, Decision.deliver(reason.withDetail(detail(score)))));
        }
    }

    private void outside(Mail mail, byte[] message, String clientAddress) throws MessagingException {
        MessageView header = header(message);
        String from = from(header);
        CompletableFuture<List<Symbol>> advice = advisers.ask(new Adviser.Inquiry(
                message,
                clientAddress,
                Optional.ofNullable(mail.getRemoteHost()).orElse(""),
                Addresses.of(mail.getMaybeSender()),
                mail.getRecipients().stream().map(Addresses::of).toList()));
        Optional<Authentication> found = authenticate(mail, message, clientAddress, ShownDomain.of(header.from()));
        List<Symbol> others = new ArrayList<>();
        found.ifPresent(authenticated -> others.addAll(authenticated.symbols()));
        others.addAll(advice.join());
        boolean proven = found.filter(Authentication::isAligned).isPresent();
        MailId id = MailIds.of(mail);
        Waiting.orLater(mail, getMailetContext(), () -> {
            // Who forges a known name is not paid for it.
            if (found.filter(Authentication::isForged).isEmpty()) {
                others.addAll(known(header, from, proven));
            }
            SpamScore score = filter.score(message, others);
            record(id, score);
            mark(mail, found, score);
        });
    }

    private List<Symbol> known(MessageView header, String from, boolean proven) throws RegisterUnavailableException {
        List<String> written = from.isEmpty() ? List.of() : correspondence.sentTo(from);
        return KnownSenders.symbols(organization.get(), from, proven, KnownSenders.references(header), written);
    }

    private void mark(Mail mail, Optional<Authentication> found, SpamScore score) throws MessagingException {
        SpamMark.attach(mail, score);
        if (found.isPresent()) {
            // RecordMail has removed what others wrote; what is there was written here, about the signature alone.
            mail.getMessage().removeHeader("Authentication-Results");
            mail.getMessage().addHeader("Authentication-Results", found.get().header(server.value()));
        }
        SpamMark.write(mail.getMessage(), score);
    }

    /** @param domains that the reader sees behind From */
    private Optional<Authentication> authenticate(
            Mail mail, byte[] message, String clientAddress, List<String> domains) {
        if (dnsTimeout.isZero()) {
            return Optional.empty();
        }
        List<Authentication> results = new ArrayList<>();
        for (String domain : domains) {
            Authentication found = authentication.check(
                    message,
                    DkimCheck.known(mail),
                    new SenderAuthentication.Client(
                            clientAddress,
                            Optional.ofNullable(mail.getRemoteHost()).orElse(""),
                            Addresses.of(mail.getMaybeSender()),
                            domain),
                    dnsTimeout);
            DkimCheck.remember(mail, new DkimCheck.Result(found.dkim(), found.signers()));
            results.add(found);
        }
        return Optional.of(ShownDomain.worst(results));
    }

    private void record(MailId id, SpamScore score) throws RegisterUnavailableException {
        if (score.verdict() != Verdict.HAM) {
            register.decided(id, RULE, decision(score));
        }
    }

    private static Decision decision(SpamScore score) {
        Reason reason = score.verdict() == Verdict.SPAM
                ? Reason.of("spam-likely", CLAUSE, "Thư có nhiều dấu hiệu là thư rác, đã được đánh dấu.")
                : Reason.of("spam-unsure", CLAUSE, "Thư có thể là thư rác; vẫn được chuyển, có đánh dấu.");
        return Decision.deliver(reason.withDetail(detail(score)));
    }

    private static String detail(SpamScore score) {
        return String.format(Locale.ROOT, "score=%.2f tests=%s", score.points(), score.tests());
    }

    /** The one address of From, lower case; empty when there is none or several: then nothing is proven. */
    private static String from(MessageView header) {
        List<HeaderAddress> from = header.from();
        boolean one = from.size() == 1 && from.get(0).isPlain();
        return one ? from.get(0).address().toLowerCase(Locale.ROOT) : "";
    }

    private static MessageView header(byte[] message) {
        try {
            return new MessageReader(HEADER_BYTES).header(new ByteArrayInputStream(message));
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be read", e);
        }
    }

    private static byte[] bytesOf(Mail mail) throws MessagingException {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new MessagingException("the message cannot be read from the spool", e);
        }
    }
}
