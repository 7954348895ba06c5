package vn.vanthu.james.approval;

import java.util.List;
import vn.vanthu.approval.OutgoingMail;
import vn.vanthu.approval.Speaking;
import vn.vanthu.message.Fingerprint;

/**
 * A mail before the gate.
 *
 * @param mail as read; its recipients are those behind aliases, groups and forwards
 * @param bytes hash and size as it would leave
 */
public record Outgoing(OutgoingMail mail, Speaking speaking, Fingerprint bytes) {

    /** Whether it needs an approval. */
    public boolean isOfficial() {
        return speaking.isOfficial();
    }

    public List<String> recipients() {
        return mail.recipients();
    }
}
