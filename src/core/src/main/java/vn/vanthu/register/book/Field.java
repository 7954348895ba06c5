package vn.vanthu.register.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;

/** What is known of a document (NĐ 30/2020, Annexes IV and VI). Dates are ISO 8601, numbers in digits. */
public enum Field {
    /** Tên loại văn bản. */
    TYPE(Kind.TEXT, 100),
    /** Trích yếu nội dung. */
    SUBJECT(Kind.TEXT, 1000),
    /** Số, ký hiệu, as printed: {@code 05/QĐ-SNgV}. */
    CODE(Kind.TEXT, 100),
    /** Ngày tháng văn bản. */
    ISSUED_ON(Kind.DATE, 10),
    /** Tác giả: the organisation that issued it. */
    ISSUER(Kind.TEXT, 300),
    /** Họ tên người ký. */
    SIGNER(Kind.TEXT, 200),
    /** Chức vụ của người ký. */
    POSITION(Kind.TEXT, 150),
    /** TM., Q., KT., TL. or TUQ. */
    CAPACITY(Kind.TEXT, 20),
    /** Nơi nhận (outgoing); đơn vị hoặc người nhận (incoming). */
    TO_PLACES(Kind.TEXT, 2000),
    /** Đơn vị, người nhận bản lưu. */
    FILE_COPY_HOLDER(Kind.TEXT, 300),
    /** Số lượng bản. */
    COPIES(Kind.NUMBER, 9),
    /** Ngày chuyển. */
    TRANSFERRED_ON(Kind.DATE, 10),
    /** Ký nhận. */
    RECEIPT(Kind.TEXT, 300),
    /** Ghi chú. */
    NOTE(Kind.TEXT, 500),
    /** Mức độ khẩn. */
    URGENCY(Kind.TEXT, 30),
    /** Ngôn ngữ. */
    LANGUAGE(Kind.TEXT, 30),
    /** Số trang. */
    PAGES(Kind.NUMBER, 9),
    /** Hạn trả lời, thời hạn giải quyết. */
    DUE_ON(Kind.DATE, 10),
    /** Mã hồ sơ. */
    FILE_CODE(Kind.TEXT, 100),
    /** Login of who approved that it leaves. */
    APPROVER(Kind.TEXT, 320);

    private enum Kind {
        TEXT,
        DATE,
        NUMBER
    }

    private final Kind kind;
    private final int length;

    Field(Kind kind, int length) {
        this.kind = kind;
        this.length = length;
    }

    /** The most characters that the register keeps. */
    public int length() {
        return length;
    }

    /** The name in the history of a number: {@code issued_on}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    void check(String value) {
        if (value.isEmpty()) {
            return;
        }
        if (kind == Kind.NUMBER && !value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(code() + ": a number of at most nine digits, not '" + value + "'");
        }
        if (kind == Kind.DATE) {
            checkDate(value);
        }
    }

    private void checkDate(String value) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(code() + ": a date such as 2026-11-23, not '" + value + "'", e);
        }
    }
}
