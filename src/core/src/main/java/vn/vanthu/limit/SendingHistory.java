package vn.vanthu.limit;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import vn.vanthu.register.RegisterUnavailableException;

/** What logins sent, as the register knows: the same for all gateways of one register. Safe for many threads. */
public interface SendingHistory {

    /** How many are looked at; whoever sent more sends too much, whoever it went to. */
    int MOST = 20_000;

    /** What a login sent after this moment, to everybody; the newest, at most {@link #MOST}. */
    List<Sending> of(String login, Instant after) throws RegisterUnavailableException;

    /** The mails that a login sent after this moment and that the filter called {@link SendingLimits#SPAM}. */
    Set<String> calledSpam(String login, Instant after) throws RegisterUnavailableException;

    /**
     * Those to whom mail of this login was relayed before this moment: a colleague's contacts are strangers. Whoever only
     * wrote to it is not known by that: anybody can write under any address.
     */
    Set<String> known(String login, Collection<String> recipients, Instant before) throws RegisterUnavailableException;

    /** The recipients for whom a login's mail of after this moment came back. */
    Set<String> bounced(String login, Instant after) throws RegisterUnavailableException;
}
