package vn.vanthu.approval.flow;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.approval.flow.ApprovalReply.Kind;
import vn.vanthu.command.Request;
import vn.vanthu.held.HeldMail;
import vn.vanthu.organization.Person;
import vn.vanthu.question.PlainYes;
import vn.vanthu.text.Unaccented;

/**
 * What stands behind an approver's command.
 *
 * @param text the reason, what to change, the login that it is forwarded to, or a remark
 * @param problems why it is not clear, in Vietnamese; then nothing is done
 */
record ReplyWords(String text, List<String> problems) {

    private static final Set<String> REASON_LABELS = Set.of("ly do", "noi dung", "y kien", "reason", "comment");

    static ReplyWords of(Kind kind, Request request, Approvers approvers, HeldMail held) {
        String labelled = request.particulars().stream()
                .filter(line -> REASON_LABELS.contains(Unaccented.words(line.key())))
                .map(line -> line.value().strip())
                .findFirst()
                .orElse("");
        String behind = request.argument().strip();
        return switch (kind) {
            case APPROVED -> plainYes(behind, labelled);
            case REJECTED -> needed(reason(behind), labelled, "Chưa ghi lý do từ chối.");
            case CHANGES_REQUESTED -> needed(behind, labelled, "Chưa ghi cần sửa gì.");
            case FORWARDED -> whom(behind, request.person(), approvers, held);
        };
    }

    /** "DUYỆT nhưng sửa ngày họp" is no approval of these bytes. */
    private static ReplyWords plainYes(String behind, String labelled) {
        return PlainYes.is(behind)
                ? new ReplyWords(labelled, List.of())
                : problem("Sau chữ DUYỆT còn có \"" + behind
                        + "\": duyệt là duyệt nguyên văn, không kèm điều kiện, câu hỏi. Nếu"
                        + " cần sửa, dùng YÊU CẦU SỬA; nếu chỉ là ý kiến thêm, ghi ở dòng dưới: \"Ý kiến: ...\".");
    }

    private static String reason(String behind) {
        return behind.replaceFirst("(?iu)^(?:l[ýy] do|v[ìi]|do)\\b\\s*:?\\s*", "")
                .strip();
    }

    private static ReplyWords needed(String behind, String labelled, String missing) {
        String text = behind.isEmpty() ? labelled : behind;
        return text.isEmpty() ? problem(missing) : new ReplyWords(text, List.of());
    }

    private static ReplyWords whom(String behind, Person from, Approvers approvers, HeldMail held) {
        if (behind.isEmpty()) {
            return problem("Chưa ghi chuyển cho ai.");
        }
        if (behind.contains("?")) {
            return problem("Dòng đầu là một câu hỏi, chưa phải quyết định chuyển.");
        }
        Optional<Person> person = approvers.find(behind);
        if (person.isEmpty()) {
            return problem("Không rõ \"" + behind + "\" là ai: ghi tên hộp thư, ví dụ phogiamdoc.");
        }
        String to = person.get().address();
        if (!approvers.may(to, held)) {
            return problem(person.get().name() + " không có quyền duyệt thư này theo phân công.");
        }
        return approvers.mayForward(from.address(), to, held)
                ? new ReplyWords(to, List.of())
                : problem("Anh/chị cho ý kiến trước lãnh đạo, nên chỉ chuyển được tới: "
                        + approvers.describe(approvers.next(held, List.of()))
                        + ". Giao người khác quyết định là việc của lãnh đạo.");
    }

    private static ReplyWords problem(String text) {
        return new ReplyWords("", List.of(text));
    }
}
