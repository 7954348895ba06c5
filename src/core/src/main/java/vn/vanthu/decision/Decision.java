package vn.vanthu.decision;

import java.util.Objects;

/**
 * What happens to a mail.
 *
 * @param verdict one of the four things that can happen
 * @param reason why, by which clause, in words for people and for operators
 */
public record Decision(Verdict verdict, Reason reason) {

    /** The four verdicts, with the stable name that stands in the register ({@code quyet_dinh}). */
    public enum Verdict {
        DELIVER("deliver"),
        HOLD("hold"),
        QUARANTINE("quarantine"),
        REFUSE("refuse");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Decision {
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(reason, "reason");
    }

    public static Decision deliver(Reason reason) {
        return new Decision(Verdict.DELIVER, reason);
    }

    public static Decision hold(Reason reason) {
        return new Decision(Verdict.HOLD, reason);
    }

    public static Decision quarantine(Reason reason) {
        return new Decision(Verdict.QUARANTINE, reason);
    }

    public static Decision refuse(Reason reason) {
        return new Decision(Verdict.REFUSE, reason);
    }
}
