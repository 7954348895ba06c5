package vn.vanthu.server.james;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Scopes;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import javax.jms.ConnectionFactory;
import org.apache.james.core.healthcheck.HealthCheck;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQConfiguration;
import org.apache.james.queue.activemq.ActiveMQHealthCheck;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollector;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorImpl;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.ManageableMailQueue;
import vn.vanthu.james.LargeMails;

/** The mail queue in our own {@link Broker}. */
public final class QueueModule extends AbstractModule {

    private final Broker broker;

    public QueueModule(Broker broker) {
        this.broker = broker;
    }

    @Override
    protected void configure() {
        bind(ConnectionFactory.class).toInstance(broker.connectionFactory());
        bind(LargeMails.class).toInstance(new LargeMails(Runtime.getRuntime().maxMemory()));
        bind(ActiveMQMetricCollectorImpl.class).in(Scopes.SINGLETON);
        bind(ActiveMQMetricCollector.class).to(ActiveMQMetricCollectorImpl.class);
        bind(ActiveMQConfiguration.class).toInstance(ActiveMQConfiguration.getDefault());
        Multibinder.newSetBinder(binder(), HealthCheck.class).addBinding().to(ActiveMQHealthCheck.class);
    }

    @Provides
    @Singleton
    ActiveMQMailQueueFactory factory(
            ConnectionFactory connections,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metrics,
            GaugeRegistry gauges,
            ActiveMQMetricCollector collector) {
        ActiveMQMailQueueFactory factory =
                new SpoolQueues(connections, decorators, metrics, gauges, collector, broker.contents());
        factory.setUseJMX(false);
        factory.init();
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends ManageableMailQueue> manageable(ActiveMQMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<?> any(ActiveMQMailQueueFactory factory) {
        return factory;
    }

    @Provides
    @Singleton
    MailQueueFactory<? extends MailQueue> generic(ActiveMQMailQueueFactory factory) {
        return factory;
    }
}
