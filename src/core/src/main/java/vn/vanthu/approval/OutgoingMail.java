package vn.vanthu.approval;

import java.util.List;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.MessageView;

/**
 * A mail that one of our people sends, as {@link SpeaksForAgency} looks at it.
 *
 * @param login who logged in, a full address; empty for a mail made inside the gateway
 * @param sender of the envelope
 * @param recipients of the envelope, after aliases, groups and forwards were expanded
 * @param parts everything in it, as read
 * @param documents those of the parts that are official documents
 */
public record OutgoingMail(
        MessageView header,
        String login,
        String sender,
        List<String> recipients,
        List<ReadPart> parts,
        List<OfficialDocument> documents) {

    public OutgoingMail {
        recipients = List.copyOf(recipients);
        parts = List.copyOf(parts);
        documents = List.copyOf(documents);
    }
}
