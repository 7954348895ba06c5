package vn.vanthu.register.store;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.spam.sender.Correspondence;

final class StoredCorrespondence implements Correspondence {

    private static final int MOST = 100;

    private final Queries queries;

    StoredCorrespondence(Queries queries) {
        this.queries = queries;
    }

    @Override
    public List<String> sentTo(String address) throws RegisterUnavailableException {
        return queries.list(
                String.class,
                "select m.messageId from RecipientRow r, MailRow m where r.recipient = :address and m.mailId ="
                        + " r.mailId and m.login <> '' and exists (select 1 from EventRow e where e.mailId = r.mailId and"
                        + " e.recipient = r.recipient and e.outcome = 'relayed') order by r.recipient desc,"
                        + " r.receivedLocal desc, r.id desc",
                Map.of("address", Text.fitKey(address.toLowerCase(Locale.ROOT), LogRow.ADDRESS)),
                MOST);
    }
}
