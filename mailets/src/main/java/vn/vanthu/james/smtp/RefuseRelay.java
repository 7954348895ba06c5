package vn.vanthu.james.smtp;

import com.google.inject.Inject;
import org.apache.james.core.MailAddress;
import org.apache.james.core.MaybeSender;
import org.apache.james.domainlist.api.DomainList;
import org.apache.james.domainlist.api.DomainListException;
import org.apache.james.protocols.smtp.SMTPSession;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.RcptHook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Strangers write to our domains only, whatever name stands before the @. (James's own hooks let them write to
 * {@code postmaster} anywhere, and refuse our own domains for good while the database is away.)
 */
public final class RefuseRelay implements RcptHook {

    private static final Logger LOGGER = LoggerFactory.getLogger(RefuseRelay.class);

    private final DomainList domains;

    @Inject
    RefuseRelay(DomainList domains) {
        this.domains = domains;
    }

    @Override
    public HookResult doRcpt(SMTPSession session, MaybeSender sender, MailAddress recipient) {
        try {
            return session.isRelayingAllowed() || domains.containsDomain(recipient.getDomain())
                    ? HookResult.DECLINED
                    : Replies.refuse("550", "5.7.1", "May chu nay khong chuyen thu toi dia chi do", "Relaying denied");
        } catch (DomainListException e) {
            LOGGER.warn("a recipient gets 451: {}", e.getMessage());
            return Replies.later(
                    "451", "4.3.0", "Tam thoi khong tra duoc ten mien, xin gui lai sau", "Try again later");
        }
    }
}
