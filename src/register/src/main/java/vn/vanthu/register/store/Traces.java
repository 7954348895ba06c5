package vn.vanthu.register.store;

import java.util.List;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.message.MailId;

/**
 * Where the content of a mail may be, as the register knows.
 *
 * @param messageId by which copies of it that people made are found; empty for none
 * @param relayedTo who outside has it
 * @param filed its files in the archive
 * @param about mails that name it in their subject: notices of the gateway and answers to them
 */
public record Traces(String messageId, List<String> relayedTo, List<FiledContent> filed, List<MailId> about) {

    public Traces {
        relayedTo = List.copyOf(relayedTo);
        filed = List.copyOf(filed);
        about = List.copyOf(about);
    }
}
