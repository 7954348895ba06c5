package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import vn.vanthu.confirmation.ConfirmationFlow;
import vn.vanthu.confirmation.ConfirmationPost;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.confirmation.ConfirmationMailer;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic;
import vn.vanthu.register.Register;

/** The parts of the gate for mail that somebody must look at. */
final class ConfirmationModule extends AbstractModule {

    @Override
    protected void configure() {
        bind(ConfirmationPost.class).to(ConfirmationMailer.class);
        Multibinder.newSetBinder(binder(), Topic.class).addBinding().to(ConfirmationFlow.class);
    }

    @Provides
    @Singleton
    ConfirmationFlow flow(
            HeldMails mails,
            Questions questions,
            Register register,
            ConfirmationPost post,
            LiveOrganization organization,
            Clock clock) {
        return new ConfirmationFlow(mails, questions, register, post, organization, clock);
    }
}
