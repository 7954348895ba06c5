package vn.vanthu.server.james;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.MessageConsumer;
import javax.jms.ObjectMessage;
import javax.jms.Session;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;
import org.apache.james.metrics.api.GaugeRegistry;
import org.apache.james.metrics.api.MetricFactory;
import org.apache.james.queue.activemq.ActiveMQCacheableMailQueue;
import org.apache.james.queue.api.MailQueueItemDecoratorFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.james.server.core.MimeMessageWrapper;
import org.apache.mailet.AttributeName;
import org.apache.mailet.Mail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * James's queue in ActiveMQ; the contents of large mails are {@link LargeContents}, since the broker and its journal would
 * hold each some five times over in memory.
 */
final class SpoolQueue extends ActiveMQCacheableMailQueue {

    /** Message property: the name among the large contents. */
    static final String CONTENT = "VANTHU_CONTENT";

    private static final Logger LOGGER = LoggerFactory.getLogger(SpoolQueue.class);
    private static final int LARGE_BYTES = 512 * 1024;

    private final LargeContents contents;

    SpoolQueue(
            ConnectionFactory connections,
            MailQueueItemDecoratorFactory decorators,
            MailQueueName name,
            MetricFactory metrics,
            GaugeRegistry gauges,
            LargeContents contents) {
        // No blobs of James's own: they are written without fsync, and a missing one is "discarding email".
        super(connections, decorators, name, false, metrics, gauges);
        this.contents = contents;
    }

    /** Objects that live in memory only do not come back out of a queue; James would complain of each when it looks. */
    @Override
    protected Map<String, Object> getJMSProperties(Mail mail, long nextDelivery) throws MessagingException {
        List<AttributeName> inMemoryOnly = mail.attributes()
                .filter(attribute -> attribute.getValue().toJson().isEmpty())
                .map(attribute -> attribute.getName())
                .toList();
        inMemoryOnly.forEach(mail::removeAttribute);
        return super.getJMSProperties(mail, nextDelivery);
    }

    @Override
    protected void produceMail(Map<String, Object> properties, int priority, Mail mail)
            throws JMSException, MessagingException, IOException {
        if (mail.getMessageSize() <= LARGE_BYTES) {
            super.produceMail(properties, priority, mail);
            return;
        }
        String name = contents.write(mail.getMessage());
        try {
            ObjectMessage message = session.createObjectMessage();
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                message.setObjectProperty(property.getKey(), property.getValue());
            }
            message.setStringProperty(CONTENT, name);
            producer.send(message, Message.DEFAULT_DELIVERY_MODE, priority, Message.DEFAULT_TIME_TO_LIVE);
        } catch (JMSException | RuntimeException e) {
            contents.delete(name);
            throw e;
        }
    }

    @Override
    protected MimeMessage mimeMessage(Message message) throws MessagingException, JMSException {
        String name = message.getStringProperty(CONTENT);
        if (name == null) {
            return super.mimeMessage(message);
        }
        return contents.holds(name) ? new MimeMessageWrapper(contents.source(name)) : lost(name);
    }

    /** Never silently: who should have got the mail reads that it is gone. */
    private static MimeMessage lost(String name) throws MessagingException {
        LOGGER.error("the content of a mail in the queue is gone: {}/{}", LargeContents.FOLDER, name);
        MimeMessage message = new MimeMessage((javax.mail.Session) null);
        message.setSubject("Nội dung thư đã mất / The content of this mail is lost", "UTF-8");
        message.setText(
                "Nội dung một bức thư lớn không còn trong hàng đợi. Hãy đề nghị người gửi gửi lại.\r\n\r\n"
                        + "The content of a large mail is no longer in the queue. Please ask the sender to send it again.",
                "UTF-8");
        message.saveChanges();
        return message;
    }

    @Override
    protected Mono<MailQueueItem> createMailQueueItem(Session session, MessageConsumer consumer, Message message)
            throws JMSException, MessagingException {
        Mono<MailQueueItem> item = super.createMailQueueItem(session, consumer, message);
        Optional<String> name = Optional.ofNullable(message.getStringProperty(CONTENT));
        return name.isEmpty() ? item : item.map(inQueue -> new LargeItem(inQueue, name.get()));
    }

    @Override
    public List<Message> removeWithSelector(String selector) throws MailQueueException {
        List<Message> removed = super.removeWithSelector(selector);
        for (Message message : removed) {
            try {
                Optional.ofNullable(message.getStringProperty(CONTENT)).ifPresent(this::delete);
            } catch (JMSException e) {
                LOGGER.warn("a message without properties", e);
            }
        }
        return removed;
    }

    private void delete(String name) {
        try {
            contents.delete(name);
        } catch (IOException e) {
            LOGGER.warn("the content of a mail that left the queue stays until the next start: {}", name, e);
        }
    }

    /** Deletes the content when the journal has forgotten the mail, not before. */
    private final class LargeItem implements MailQueueItem {

        private final MailQueueItem item;
        private final String name;

        private LargeItem(MailQueueItem item, String name) {
            this.item = item;
            this.name = name;
        }

        @Override
        public Mail getMail() {
            return item.getMail();
        }

        @Override
        public void done(CompletionStatus status) throws MailQueueException {
            item.done(status);
            if (status == CompletionStatus.SUCCESS) {
                delete(name);
            }
        }
    }
}
