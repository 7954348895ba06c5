package vn.vanthu.confirmation;

import java.util.List;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.Direction;
import vn.vanthu.secrecy.SecrecyTopics;

/**
 * Which mail somebody must look at before it goes on. A pure function.
 *
 * @param unread whether outgoing mail with a part that could not be read is such a mail
 * @param internal whether mail between our own people about such a topic is one
 */
public record ConfirmationRule(SecrecyTopics topics, boolean unread, boolean internal) {

    /** What is to be said about a mail of any direction. */
    public Concern look(String subject, List<ReadPart> parts, List<OfficialDocument> documents) {
        return new Concern(
                topics.of(subject, parts, documents),
                parts.stream().filter(ReadPart::isUnread).toList());
    }

    /** Whether a mail with this concern waits: what comes from outside never does, it is marked and listed. */
    public boolean holds(Concern concern, Direction direction) {
        return switch (direction) {
            case INCOMING -> false;
            case INTERNAL -> internal && !concern.topics().isEmpty();
            case OUTGOING ->
                !concern.topics().isEmpty() || unread && !concern.unread().isEmpty();
        };
    }
}
