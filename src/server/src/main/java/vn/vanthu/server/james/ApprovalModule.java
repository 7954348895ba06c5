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
import vn.vanthu.approval.flow.OutgoingNumbers;
import vn.vanthu.approval.flow.Precedents;
import vn.vanthu.approval.flow.WithdrawTopic;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.approval.ApprovalMailer;
import vn.vanthu.james.approval.ReleasedMail;
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
    }

    @Provides
    @Singleton
    ApprovalFlow flow(
            HeldMails mails,
            Questions questions,
            CarryOut carryOut,
            ApprovalPost post,
            LiveOrganization organization,
            Clock clock) {
        return new ApprovalFlow(mails, questions, carryOut, post, organization, clock);
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
