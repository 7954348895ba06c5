package vn.vanthu.approval;

import vn.vanthu.organization.Mailbox;

/**
 * One thing in a mail that speaks for the agency or a unit.
 *
 * @param weight {@link #ENOUGH} alone, or together with others
 * @param part path of the part where it stands; empty for the header and the envelope
 * @param words what stands there, cut to a line
 * @param by whether it speaks for the agency or only for a unit
 */
public record Evidence(Kind kind, int weight, String part, String words, Mailbox by) {

    /** From this weight on a mail speaks for the agency or a unit. */
    public static final int ENOUGH = 2;

    private static final int LONGEST = 120;

    /** What it is. */
    public enum Kind {
        SENDER("hộp thư gửi"),
        DISPLAY_NAME("tên hiển thị"),
        SUBJECT("chủ đề"),
        LETTERHEAD("tiêu đề văn bản"),
        NUMBER("số, ký hiệu văn bản"),
        SIGNATURE("khối chữ ký"),
        STATEMENT("lời nói nhân danh cơ quan, đơn vị"),
        STYLE("lời văn hành chính"),
        WORDING("lời như của cơ quan, đơn vị"),
        DOCUMENT("văn bản hành chính"),
        FILE("tệp kèm theo"),
        AMBIGUOUS("nội dung mà mỗi chương trình thư hiểu một cách");

        private final String vietnamese;

        Kind(String vietnamese) {
            this.vietnamese = vietnamese;
        }

        public String vietnamese() {
            return vietnamese;
        }
    }

    public Evidence {
        String line = words.replaceAll("\\s+", " ").strip();
        words = line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    /** Whether it says by itself that the mail speaks for them. */
    public boolean isEnough() {
        return weight >= ENOUGH;
    }

    /** In Vietnamese, for a notice: {@code số, ký hiệu văn bản "Số: 12/SNgV-VP" (phần 1.2)}. */
    public String describe() {
        return kind.vietnamese()
                + (words.isEmpty() ? "" : " \"" + words + "\"")
                + (part.isEmpty() ? "" : " (phần " + part + ")");
    }
}
