package vn.vanthu.command.clerk;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/** A key in a command's lines, with the words by which people call it; the first one stands in answers. */
enum Label {
    TYPE(Field.TYPE, "Loại", "Tên loại", "Loại văn bản", "Tên loại văn bản", "Thể loại", "type"),
    SUBJECT(
            Field.SUBJECT,
            "Trích yếu",
            "Trích yếu nội dung",
            "Nội dung",
            "Nội dung trích yếu",
            "Về việc",
            "V/v",
            "subject"),
    CODE(Field.CODE, "Số ký hiệu", "Số và ký hiệu", "Số hiệu", "Số, ký hiệu văn bản", "Số văn bản", "Số", "code"),
    ISSUED_ON(Field.ISSUED_ON, "Ngày", "Ngày văn bản", "Ngày tháng", "Ngày tháng văn bản", "Ngày ban hành", "date"),
    ISSUER(
            Field.ISSUER,
            "Cơ quan",
            "Tác giả",
            "Cơ quan/Tác giả",
            "Cơ quan ban hành",
            "Nơi ban hành",
            "Nơi gửi",
            "issuer"),
    SIGNER(Field.SIGNER, "Người ký", "Họ tên người ký", "signer"),
    POSITION(Field.POSITION, "Chức vụ", "Chức vụ người ký", "position"),
    CAPACITY(Field.CAPACITY, "Quyền hạn ký", "Thẩm quyền ký", "capacity"),
    TO_PLACES(
            Field.TO_PLACES,
            "Nơi nhận",
            "Nơi nhận văn bản",
            "Đơn vị nhận",
            "Người nhận",
            "Đơn vị hoặc người nhận",
            "Đơn vị, người nhận",
            "to"),
    FILE_COPY_HOLDER(Field.FILE_COPY_HOLDER, "Nơi nhận bản lưu", "Bản lưu", "Đơn vị, người nhận bản lưu", "file copy"),
    COPIES(Field.COPIES, "Số lượng bản", "Số bản", "copies"),
    TRANSFERRED_ON(Field.TRANSFERRED_ON, "Ngày chuyển", "transferred"),
    RECEIPT(Field.RECEIPT, "Ký nhận", "receipt"),
    NOTE(Field.NOTE, "Ghi chú", "note"),
    URGENCY(Field.URGENCY, "Mức độ khẩn", "Độ khẩn", "urgency"),
    LANGUAGE(Field.LANGUAGE, "Ngôn ngữ", "language"),
    PAGES(Field.PAGES, "Số trang", "Số tờ", "pages"),
    DUE_ON(Field.DUE_ON, "Hạn trả lời", "Hạn xử lý", "Hạn giải quyết", "Thời hạn", "Thời hạn giải quyết", "due"),
    FILE_CODE(Field.FILE_CODE, "Mã hồ sơ", "file code"),
    /** Ngày đến of a paper that was handed over before today. */
    ARRIVED_ON(null, "Ngày đến", "arrived"),
    /** The unit that drafted a công văn: it stands in the symbols. */
    UNIT(null, "Đơn vị soạn thảo", "Đơn vị soạn", "Đơn vị", "Phòng", "unit"),
    REASON(null, "Lý do", "Lí do", "reason");

    private static final Map<String, Label> BY_WORDS = new HashMap<>();

    static {
        for (Label label : values()) {
            label.names.forEach(name -> BY_WORDS.put(Unaccented.words(name), label));
        }
    }

    private final @Nullable Field field;
    private final List<String> names;

    Label(@Nullable Field field, String... names) {
        this.field = field;
        this.names = List.of(names);
    }

    /** As people write it. */
    String text() {
        return names.get(0);
    }

    Optional<Field> field() {
        return Optional.ofNullable(field);
    }

    static Optional<Label> of(String key) {
        return Optional.ofNullable(BY_WORDS.get(Unaccented.words(key)));
    }

    static Label of(Field field) {
        return Arrays.stream(values())
                .filter(label -> label.field == field)
                .findFirst()
                .orElseThrow();
    }
}
