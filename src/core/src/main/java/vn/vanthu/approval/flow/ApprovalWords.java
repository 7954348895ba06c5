package vn.vanthu.approval.flow;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import vn.vanthu.question.Answered;

/** How states of an approval are told to people. */
public final class ApprovalWords {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    private ApprovalWords() {}

    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** Who answered what, and when. */
    public static String whatStands(Answered answer) {
        String words = answer.text().isEmpty() ? "" : ": " + answer.text();
        String who = answer.login().isEmpty() ? "" : answer.login() + " ";
        return who + nameOf(answer.outcome()) + " lúc " + time(answer.at()) + words + ".";
    }

    /** {@code đã duyệt}; for an outcome of a question or a hold. */
    public static String nameOf(String outcome) {
        return switch (outcome) {
            case "approved", "released" -> "đã duyệt";
            case "rejected" -> "đã từ chối";
            case "changes_requested" -> "đã yêu cầu sửa";
            case "forwarded" -> "đã chuyển người khác quyết định";
            case "settled", "accepted" -> "đã giải quyết số văn bản";
            case "returned" -> "đã trả lại";
            case "withdrawn" -> "đã rút lại";
            case "expired" -> "đã hết hạn";
            default -> outcome;
        };
    }
}
