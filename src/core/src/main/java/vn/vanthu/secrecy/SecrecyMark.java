package vn.vanthu.secrecy;

/**
 * A mark that was found.
 *
 * @param level {@code MẬT}, {@code TỐI MẬT}, {@code TUYỆT MẬT}, {@code TÀI LIỆU THU HỒI}, or the words on an envelope
 * @param place where it stands
 */
public record SecrecyMark(String level, Place place) {

    /** Where a mark stands. */
    public enum Place {
        SUBJECT,
        FILE_NAME,
        DOCUMENT
    }
}
