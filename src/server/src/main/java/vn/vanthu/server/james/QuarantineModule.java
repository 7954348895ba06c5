package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import org.apache.james.events.EventListener;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.spam.JunkLessons;
import vn.vanthu.james.spam.QuarantineMailer;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.quarantine.QuarantineFlow;
import vn.vanthu.quarantine.QuarantinePost;
import vn.vanthu.quarantine.QuarantinedMails;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic;
import vn.vanthu.spam.SpamFilter;
import vn.vanthu.spam.Teacher;

/** The parts of the quarantine, and what the filter learns from people. */
final class QuarantineModule extends AbstractModule {

    private final QuarantinedMails mails;

    QuarantineModule(QuarantinedMails mails) {
        this.mails = mails;
    }

    @Override
    protected void configure() {
        bind(QuarantinedMails.class).toInstance(mails);
        bind(QuarantinePost.class).to(QuarantineMailer.class);
        bind(JunkLessons.class).in(Scopes.SINGLETON);
        Multibinder.newSetBinder(binder(), Topic.class).addBinding().to(QuarantineFlow.class);
        Multibinder.newSetBinder(binder(), EventListener.GroupEventListener.class)
                .addBinding()
                .to(JunkLessons.class);
    }

    @Provides
    @Singleton
    Teacher teacher(SpamFilter filter) {
        return new Teacher(filter);
    }

    @Provides
    @Singleton
    QuarantineFlow flow(
            HeldMails held,
            Questions questions,
            QuarantinePost post,
            Teacher teacher,
            LiveOrganization organization,
            Clock clock) {
        return new QuarantineFlow(mails, held, questions, post, teacher, organization, clock);
    }
}
