package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.apache.james.imap.processor.AppendProcessor;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.apache.james.jdkim.impl.DNSPublicKeyRecordRetriever;
import org.apache.james.jspf.impl.SPF;
import org.apache.james.mailbox.Authorizator;
import org.apache.james.mailbox.SessionProvider;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.rrt.api.CanSendFrom;
import org.apache.james.server.core.configuration.ConfigurationProvider;
import org.apache.james.utils.GuiceProbe;
import org.apache.james.webadmin.FixedPortSupplier;
import org.apache.james.webadmin.WebAdminConfiguration;
import org.apache.james.webadmin.authentication.AuthenticationFilter;
import org.apache.james.webadmin.routes.HealthCheckRoutes;
import org.xbill.DNS.Resolver;
import vn.vanthu.approval.Releases;
import vn.vanthu.command.Commands;
import vn.vanthu.confirmation.UnreadMails;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.document.layout.LayoutReader;
import vn.vanthu.filing.Archive;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.DiskReserve;
import vn.vanthu.james.DkimCheck;
import vn.vanthu.james.DkimKey;
import vn.vanthu.james.KnownDkimKeys;
import vn.vanthu.james.NoticeLanguages;
import vn.vanthu.james.Originals;
import vn.vanthu.james.SecretRefusals;
import vn.vanthu.james.document.RegistrationTopic;
import vn.vanthu.james.imap.AppendWithoutSecrets;
import vn.vanthu.james.login.FirstPasswords;
import vn.vanthu.james.login.GatewaySessions;
import vn.vanthu.james.login.LockedAccounts;
import vn.vanthu.james.login.LoginGuard;
import vn.vanthu.james.login.MailboxOpenings;
import vn.vanthu.james.login.NobodyElse;
import vn.vanthu.james.relay.Relays;
import vn.vanthu.james.spam.DnsNameServers;
import vn.vanthu.james.spam.NameServers;
import vn.vanthu.james.spam.RememberingResolver;
import vn.vanthu.james.spam.SenderAuthentication;
import vn.vanthu.james.spam.SpfQuestions;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.message.MessageReader;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.question.QuestionDesk;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic;
import vn.vanthu.register.Register;
import vn.vanthu.register.book.Arrivals;
import vn.vanthu.register.book.Books;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.spam.sender.Correspondence;
import vn.vanthu.text.VietnameseText;

/** What mailets and hooks are given, and what stands in James's place; installed over James's own modules. */
public final class GatewayModule extends AbstractModule {

    /** A mail does not wait long for name servers that do not answer. */
    private static final Duration LONGEST_QUESTION = Duration.ofSeconds(3);

    /** The values that the gateway made before James starts. */
    public record Parts(
            Register register,
            LiveOrganization organization,
            Clock clock,
            DkimKey dkimKey,
            Relays.WayOut wayOut,
            NoticeLanguages languages,
            LoginGuard.Limits loginLimits,
            LockedAccounts lockedAccounts,
            FirstPasswords firstPasswords,
            Originals originals,
            DiskReserve diskReserve,
            Commands commands,
            HeldMails heldMails,
            Releases releases,
            Questions questions,
            SendingHistory sendings,
            Correspondence correspondence,
            UnreadMails unreadMails,
            Books books,
            Arrivals arrivals,
            Archive archive,
            ContentReader contentReader,
            KnownDkimKeys knownDkimKeys,
            Lessons spamLessons,
            QuarantinedMails quarantinedMails,
            String hostname,
            MessageReader messageReader,
            ListenerFiles files,
            Listener webAdmin,
            String webAdminToken) {}

    private final Parts parts;

    public GatewayModule(Parts parts) {
        this.parts = parts;
    }

    @Override
    protected void configure() {
        bind(Register.class).toInstance(parts.register());
        bind(LiveOrganization.class).toInstance(parts.organization());
        bind(Clock.class).toInstance(parts.clock());
        bind(DkimKey.class).toInstance(parts.dkimKey());
        bind(Relays.WayOut.class).toInstance(parts.wayOut());
        bind(NoticeLanguages.class).toInstance(parts.languages());
        bind(LoginGuard.class).toInstance(new LoginGuard(parts.loginLimits(), parts.clock()));
        bind(VietnameseText.class).toInstance(VietnameseText.load());
        bind(Originals.class).toInstance(parts.originals());
        bind(DiskReserve.class).toInstance(parts.diskReserve());
        bind(Commands.class).toInstance(parts.commands());
        bind(HeldMails.class).toInstance(parts.heldMails());
        bind(Questions.class).toInstance(parts.questions());
        bind(Releases.class).toInstance(parts.releases());
        install(new ApprovalModule());
        install(new QuarantineModule(parts.quarantinedMails()));
        install(new ConfirmationModule());
        bind(Correspondence.class).toInstance(parts.correspondence());
        bind(UnreadMails.class).toInstance(parts.unreadMails());
        install(new LimitModule(parts.sendings()));
        Multibinder.newSetBinder(binder(), Topic.class).addBinding().to(RegistrationTopic.class);
        bind(Books.class).toInstance(parts.books());
        bind(Arrivals.class).toInstance(parts.arrivals());
        bind(Archive.class).toInstance(parts.archive());
        bind(ContentReader.class).toInstance(parts.contentReader());
        bind(DocumentReader.class).to(LayoutReader.class);
        Resolver names = new RememberingResolver(LONGEST_QUESTION);
        bind(DkimCheck.AuthServId.class).toInstance(new DkimCheck.AuthServId(parts.hostname()));
        bind(PublicKeyRecordRetriever.class)
                .toInstance(parts.knownDkimKeys().before(new DNSPublicKeyRecordRetriever(names)));
        bind(SPF.class).toInstance(new SPF(new SpfQuestions(names)));
        bind(NameServers.class).toInstance(new DnsNameServers(names));
        bind(SenderAuthentication.class).in(Scopes.SINGLETON);
        bind(SecretRefusals.class).in(Scopes.SINGLETON);
        bind(Lessons.class).toInstance(parts.spamLessons());
        bind(LockedAccounts.class).toInstance(parts.lockedAccounts());
        bind(FirstPasswords.class).toInstance(parts.firstPasswords());
        bind(MessageReader.class).toInstance(parts.messageReader());

        bind(ConfigurationProvider.class).toInstance(parts.files());
        bind(GuardedMailProcessor.class).in(Scopes.SINGLETON);
        bind(MailProcessor.class).to(GuardedMailProcessor.class);
        bind(GatewaySessions.class).in(Scopes.SINGLETON);
        bind(MailboxOpenings.class).in(Scopes.SINGLETON);
        bind(SessionProvider.class).to(GatewaySessions.class);
        bind(AppendProcessor.class).to(AppendWithoutSecrets.class);
        bind(Authorizator.class).to(NobodyElse.class);
        bind(CanSendFrom.class).to(AgencySenders.class);
        bind(AuthenticationFilter.class).toInstance(new TokenFilter(parts.webAdminToken()));
        bind(HealthCheckRoutes.class).to(ClosedHealthCheck.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), GuiceProbe.class).addBinding().to(Certificates.class);
        Multibinder.newSetBinder(binder(), GuiceProbe.class).addBinding().to(NoticesProbe.class);
        Multibinder.newSetBinder(binder(), GuiceProbe.class).addBinding().to(QuestionsProbe.class);
        bind(WebAdminConfiguration.class)
                .toInstance(WebAdminConfiguration.builder()
                        .enabled()
                        .host(parts.webAdmin().host())
                        .port(new FixedPortSupplier(parts.webAdmin().port()))
                        // James lets pages of every origin in unless one is named: this one is its own.
                        .urlCORSOrigin("http://" + parts.webAdmin())
                        .build());
    }

    @Provides
    @Singleton
    QuestionDesk questionDesk(Questions questions, Set<Topic> topics, Clock clock) {
        return new QuestionDesk(questions, topics, clock);
    }

    @Provides
    @Singleton
    SpamFilter spamFilter(VietnameseText engine, Lessons lessons) {
        return new SpamFilter(engine, lessons);
    }
}
