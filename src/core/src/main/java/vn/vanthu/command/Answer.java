package vn.vanthu.command;

import java.util.List;
import vn.vanthu.decision.Decision;

/**
 * What became of a command.
 *
 * @param decision for the register: deliver when it was carried out, refuse when nothing was changed
 * @param vietnamese for the person who gave it; lines end with {@code \n}
 * @param english the same, shorter
 */
public record Answer(Decision decision, String vietnamese, String english, List<Attachment> attachments) {

    public Answer {
        attachments = List.copyOf(attachments);
    }

    /** The same with a file. */
    public Answer with(Attachment attachment) {
        return new Answer(decision, vietnamese, english, List.of(attachment));
    }

    /** Whether the command was carried out. */
    public boolean isDone() {
        return decision.verdict() == Decision.Verdict.DELIVER;
    }

    /** The whole text: Vietnamese first, English below. */
    public String text() {
        String clause = decision.reason().clause();
        String basis = isDone() || clause.isEmpty() ? "" : "\n\nCăn cứ: " + clause + ".";
        return vietnamese.stripTrailing() + basis + "\n\n--\n" + english + "\n";
    }
}
