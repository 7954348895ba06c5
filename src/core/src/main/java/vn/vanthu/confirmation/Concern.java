package vn.vanthu.confirmation;

import java.util.List;
import java.util.stream.Collectors;
import vn.vanthu.decision.Reason;
import vn.vanthu.document.ReadPart;
import vn.vanthu.held.Purpose;

/**
 * Why somebody should look at a mail.
 *
 * @param topics what it is about, as {@code SecrecyTopics} names it
 * @param unread the parts that could not be read, in whole or in part
 */
public record Concern(List<String> topics, List<ReadPart> unread) {

    public static final String TOPIC_CODE = "secrecy-topic";
    public static final String UNREAD_CODE = "unread-part";

    private static final String CLAUSE = "Điều 3 khoản 1 điểm đ, e";
    private static final int MOST_LISTED = 20;

    public Concern {
        topics = List.copyOf(topics);
        unread = List.copyOf(unread);
    }

    public boolean isNothing() {
        return topics.isEmpty() && unread.isEmpty();
    }

    /** What it is held for; the topic outweighs the unread. */
    public Purpose purpose() {
        return topics.isEmpty() ? Purpose.UNREAD : Purpose.SECRECY_TOPIC;
    }

    /** For people and the log. */
    public Reason reason() {
        String code = topics.isEmpty() ? UNREAD_CODE : TOPIC_CODE;
        String detail = unread.stream()
                .limit(MOST_LISTED)
                .map(part -> part.path() + ": " + part.unread())
                .collect(Collectors.joining(", "));
        return Reason.of(code, CLAUSE, text()).withDetail(detail);
    }

    private String text() {
        String topic = topics.isEmpty() ? "" : "Thư nói về: " + String.join(", ", topics) + ". ";
        return (topic + (unread.isEmpty() ? "" : "Có phần hệ thống không đọc được nên chưa kiểm tra được dấu mật."))
                .strip();
    }

    /** The unread parts for people, one a line. */
    public String list() {
        String lines = unread.stream()
                .limit(MOST_LISTED)
                .map(part -> "- " + (part.fileName().isEmpty() ? "phần " + part.path() : part.fileName()) + ": "
                        + inWords(part.unread()))
                .collect(Collectors.joining("\n"));
        return lines + (unread.size() > MOST_LISTED ? "\n- và " + (unread.size() - MOST_LISTED) + " phần nữa" : "");
    }

    /** A value of {@link ReadPart#unread} for people. */
    static String inWords(String unread) {
        return switch (unread) {
            case "encrypted" -> "có mật khẩu hoặc được mã hóa";
            case "image-without-text" -> "ảnh không có chữ đọc được";
            case "no-ocr" -> "ảnh, bản quét (máy chủ chưa cài nhận dạng chữ)";
            case "too-deep", "too-large", "too-many-parts", "time-out" -> "quá lớn hoặc quá nhiều lớp";
            case "broken" -> "tệp hỏng";
            case "unsupported" -> "định dạng không đọc được";
            case "ambiguous" -> "cấu trúc thư không rõ ràng";
            default -> "loại tệp không biết";
        };
    }
}
