package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import java.time.Clock;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.limit.LimitMailer;
import vn.vanthu.limit.LimitPost;
import vn.vanthu.limit.LimitTopic;
import vn.vanthu.limit.SendingHistory;
import vn.vanthu.limit.Stops;
import vn.vanthu.question.Questions;
import vn.vanthu.question.Topic;
import vn.vanthu.register.Register;

/** The parts of the limits on sending. */
final class LimitModule extends AbstractModule {

    private final SendingHistory history;

    LimitModule(SendingHistory history) {
        this.history = history;
    }

    @Override
    protected void configure() {
        bind(SendingHistory.class).toInstance(history);
        bind(LimitPost.class).to(LimitMailer.class);
        Multibinder.newSetBinder(binder(), Topic.class).addBinding().to(LimitTopic.class);
    }

    @Provides
    @Singleton
    Stops stops(Questions questions, Clock clock) {
        return new Stops(questions, clock);
    }

    @Provides
    @Singleton
    LimitTopic topic(HeldMails mails, Stops stops, Register register, LimitPost post, Clock clock) {
        return new LimitTopic(mails, stops, register, post, clock);
    }
}
