package vn.vanthu.server.james;

import javax.jms.ConnectionFactory;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollector;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.queue.api.ManageableMailQueue;

/** Makes a {@link SpoolQueue} for each name. */
final class SpoolQueues extends ActiveMQMailQueueFactory {

    private final LargeContents contents;
    private final ActiveMQMetricCollector collector;

    SpoolQueues(
            ConnectionFactory connections,
            MailQueueItemDecoratorFactory decorators,
            MetricFactory metrics,
            GaugeRegistry gauges,
            ActiveMQMetricCollector collector,
            LargeContents contents) {
        super(connections, decorators, metrics, gauges, collector);
        this.collector = collector;
        this.contents = contents;
    }

    @Override
    protected ManageableMailQueue createCacheableMailQueue(MailQueueName name) {
        collector.collectQueueStatistics(name);
        return new SpoolQueue(
                connectionFactory, mailQueueItemDecoratorFactory, name, metricFactory, gaugeRegistry, contents);
    }
}
