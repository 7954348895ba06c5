package vn.vanthu.approval.flow;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.collections4.sequence.CommandVisitor;
import org.apache.commons.collections4.sequence.SequencesComparator;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.text.Unaccented;

/**
 * Finds the earlier version of a mail that comes again changed, and tells what is new in it. The earlier one is the newest of
 * the same sender's under the same subject, or under the same document number, that did not leave.
 */
public final class Versions {

    private static final String SUBJECT = "subject-";
    private static final String ANSWERED = "^((re|fw|fwd|tra loi|sua|sua lai|lan \\d+|v\\d+)\\b ?[:-]? ?)+";
    private static final int MOST_LINES = 2000;
    private static final int SHOWN_LINES = 12;
    private static final int SHOWN_LENGTH = 160;

    private final HeldMails mails;
    private final HeldContent contents;

    public Versions(HeldMails mails, HeldContent contents) {
        this.mails = mails;
        this.contents = contents;
    }

    /**
     * What is new in a mail that is being held, for its approver.
     *
     * @param parts as read
     * @return in Vietnamese, a few lines; empty when no earlier version is known
     */
    public String changes(HeldMail held, List<ReadPart> parts) throws RegisterUnavailableException {
        mails.note(held, SUBJECT + subjectKey(held), "");
        Optional<HeldMail> before = before(held);
        if (before.isEmpty()) {
            return "";
        }
        String title = "So với bản trước (mã thư " + before.get().mailId() + ", "
                + mails.decision(before.get())
                        .map(decision -> ApprovalWords.nameOf(decision.outcome()) + " lúc "
                                + ApprovalWords.time(decision.at())
                                + (decision.text().isEmpty() ? "" : ": " + cut(decision.text())))
                        .orElse("còn chờ duyệt; nếu duyệt bản này thì từ chối bản trước")
                + "):\n";
        return title + difference(before.get(), held, parts);
    }

    private Optional<HeldMail> before(HeldMail held) throws RegisterUnavailableException {
        List<String> marks = new ArrayList<>(List.of(SUBJECT + subjectKey(held)));
        marks.addAll(mails.steps(held, OutgoingNumbers.NUMBER));
        for (String mark : marks) {
            for (HeldMail other : mails.withNote(Purpose.APPROVAL, mark)) {
                if (isEarlier(other, held)) {
                    return Optional.of(other);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isEarlier(HeldMail other, HeldMail held) throws RegisterUnavailableException {
        return !other.mailId().equals(held.mailId())
                && other.heldAt().isBefore(held.heldAt())
                && other.submission().login().equals(held.submission().login())
                && mails.decision(other)
                        .map(HoldDecision::outcome)
                        .filter(ApprovalFlow.RELEASED::equals)
                        .isEmpty();
    }

    /** Whether a mail is meant to go in the place of one that waits: under its subject, to everybody to whom that one would. */
    public static boolean replaces(HeldMail held, HeldMail waiting) {
        return subjectKey(held).equals(subjectKey(waiting))
                && held.envelope().recipients().containsAll(waiting.envelope().recipients());
    }

    private String difference(HeldMail before, HeldMail held, List<ReadPart> parts) {
        List<String> lines = new ArrayList<>();
        compare(
                before.envelope().recipients(),
                held.envelope().recipients(),
                "BỎ NƠI NHẬN: ",
                "THÊM NƠI NHẬN: ",
                lines);
        try {
            List<ReadPart> old = contents.parts(before);
            compare(text(old), text(parts), "BỎ:   ", "THÊM: ", lines);
            compare(unreadable(old), unreadable(parts), "BỎ TỆP:   ", "THÊM TỆP: ", lines);
        } catch (IOException e) {
            lines.add("bản trước không còn lưu, không so sánh được nội dung");
        }
        if (lines.isEmpty()) {
            return "    chữ trong thư và các tệp không thay đổi\n";
        }
        String more = lines.size() > SHOWN_LINES ? "    ... và " + (lines.size() - SHOWN_LINES) + " dòng khác\n" : "";
        return String.join(
                        "",
                        lines.stream()
                                .limit(SHOWN_LINES)
                                .map(line -> "    " + line + "\n")
                                .toList())
                + more;
    }

    private static List<String> text(List<ReadPart> parts) {
        return parts.stream()
                .flatMap(part -> part.text().lines())
                .map(line -> line.replaceAll("[\\s\\p{Z}]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .toList();
    }

    /** Pictures and other files without text: a change in them is told by their hash. */
    private static List<String> unreadable(List<ReadPart> parts) {
        return parts.stream()
                .filter(part -> part.text().isBlank() && !part.sha256().isEmpty())
                .map(part -> part.fileName() + " (" + part.sha256().substring(0, 12) + ")")
                .toList();
    }

    private static void compare(List<String> old, List<String> now, String gone, String come, List<String> lines) {
        new SequencesComparator<>(old, now).getScript().visit(new CommandVisitor<String>() {
            @Override
            public void visitInsertCommand(String line) {
                lines.add(come + cut(line));
            }

            @Override
            public void visitDeleteCommand(String line) {
                lines.add(gone + cut(line));
            }

            @Override
            public void visitKeepCommand(String line) {
                // the same in both
            }
        });
    }

    private static String cut(String line) {
        return line.length() <= SHOWN_LENGTH ? line : line.substring(0, SHOWN_LENGTH) + "…";
    }

    private static String subjectKey(HeldMail held) {
        String subject =
                Unaccented.words(held.subject()).replaceFirst(ANSWERED, "").strip();
        return sha256(Stream.of(held.submission().login(), held.mailbox(), subject)
                .reduce((one, other) -> one + "\n" + other)
                .orElse(""));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
