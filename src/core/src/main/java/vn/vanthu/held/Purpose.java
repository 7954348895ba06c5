package vn.vanthu.held;

import java.util.Arrays;
import java.util.Locale;

/** Why a mail is kept back; a mail may be held once for each purpose. */
public enum Purpose {
    /** It speaks for the agency or a unit and waits for the leader. */
    APPROVAL,
    /** It looks like spam. */
    QUARANTINE,
    /** Its topic (security, defence) waits for a confirmer. */
    SECRECY_TOPIC,
    /** Something in it could not be read. */
    UNREAD,
    /** The places named in its document are not those that it goes to: its sender is asked. */
    PLACES,
    /** Its sender went over a limit. */
    LIMIT,
    /** The number in it cannot be right: the clerk is asked. */
    NUMBER,
    /** It was delivered; its bytes are kept until the clerk has said whether its documents are entered. */
    REGISTRATION;

    /** The stable name in the register: {@code secrecy-topic}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @throws IllegalArgumentException when no purpose has this code */
    public static Purpose ofCode(String code) {
        return Arrays.stream(values())
                .filter(purpose -> purpose.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no purpose of a hold: " + code));
    }
}
