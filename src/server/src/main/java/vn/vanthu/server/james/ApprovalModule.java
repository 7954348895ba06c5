package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import vn.vanthu.approval.Releases;
import vn.vanthu.approval.flow.ApprovalFlow;
import vn.vanthu.approval.flow.ApprovalPost;
import vn.vanthu.approval.flow.CarryOut;
import vn.vanthu.approval.flow.HeldContent;
import vn.vanthu.approval.flow.NumberDesk;
import vn.vanthu.approval.flow.NumberTopic;
import vn.vanthu.approval.flow.OutgoingNumbers;
import vn.vanthu.approval.flow.Precedents;
import vn.vanthu.approval.flow.Versions;
import vn.vanthu.approval.flow.WithdrawTopic;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.DocumentReader;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.approval.ApprovalMailer;
import vn.vanthu.james.held.ReleasedMail;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic;
import vn.vanthu.register.Register;
import vn.vanthu.register.book.Books;

/** The parts of the approval flow. */
final class ApprovalModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(ApprovalPost.class).to(ApprovalMailer.class);
        bind(ReleasedMail.class).in(Scopes.SINGLETON);
        Multibinder<Topic> topics = Multibinder.newSetBinder(binder(), Topic.class);
        topics.addBinding().to(ApprovalFlow.class);
        topics.addBinding().to(WithdrawTopic.class);
        topics.addBinding().to(NumberTopic.class);
    }

    @Provides
    @Singleton
    ApprovalFlow flow(
            HeldMails mails,
            Questions questions,
            CarryOut carryOut,
            NumberDesk numbers,
            ApprovalPost post,
            LiveOrganization organization,
            Clock clock) {
        return new ApprovalFlow(mails, questions, carryOut, numbers, post, organization, clock);
    }

    @Provides
    @Singleton
    NumberDesk numberDesk(
            HeldMails mails, Questions questions, ApprovalPost post, LiveOrganization organization, Clock clock) {
        return new NumberDesk(mails, questions, post, organization, clock);
    }

    @Provides
    @Singleton
    NumberTopic numberTopic(
            HeldMails mails,
            HeldContent contents,
            Questions questions,
            OutgoingNumbers numbers,
            NumberDesk desk,
            ApprovalFlow flow,
            ApprovalPost post,
            Clock clock) {
        return new NumberTopic(mails, contents, questions, numbers, desk, flow, post, clock);
    }

    @Provides
    @Singleton
    HeldContent heldContent(HeldMails mails, ContentReader contents, DocumentReader documents) {
        return new HeldContent(mails, contents, documents);
    }

    @Provides
    @Singleton
    Versions versions(HeldMails mails, HeldContent contents) {
        return new Versions(mails, contents);
    }

    @Provides
    @Singleton
    WithdrawTopic withdrawal(HeldMails mails, ApprovalFlow flow) {
        return new WithdrawTopic(mails, flow);
    }

    @Provides
    @Singleton
    CarryOut carryOut(
            HeldMails mails,
            Releases releases,
            Register register,
            OutgoingNumbers numbers,
            ApprovalPost post,
            Clock clock) {
        return new CarryOut(mails, releases, register, numbers, post, clock);
    }

    @Provides
    @Singleton
    OutgoingNumbers numbers(Books books, HeldMails mails, LiveOrganization organization, Clock clock) {
        return new OutgoingNumbers(books, mails, organization, clock);
    }

    @Provides
    @Singleton
    Precedents precedents(HeldMails mails, Questions questions, LiveOrganization organization, Clock clock) {
        return new Precedents(mails, questions, organization, clock);
    }
}
