package vn.vanthu.registration;

import java.util.Locale;

/** Why a document is not entered by itself. */
public enum Doubt {
    FIELDS_UNSURE("Có mục đọc chưa chắc hoặc chưa đọc được.", "Some fields are unsure or missing."),
    NOT_SURELY_A_DOCUMENT("Chưa chắc đây là văn bản hành chính.", "It may be no official document."),
    DRAFT("Văn bản ghi DỰ THẢO hoặc chưa có số.", "It is a draft or has no number yet."),
    DATE_TO_COME("Ngày của văn bản còn chưa tới.", "Its date is still to come."),
    OLD("Văn bản đã ban hành quá 60 ngày.", "It was issued more than 60 days ago."),
    FORM("Phần đầu ghi là biểu mẫu (MẪU SỐ ...).", "Its head says that it is a form to fill in."),
    ANNEX("Phần đầu ghi là phụ lục hoặc tài liệu kèm theo văn bản khác.", "Its head says that it is an annex."),
    COPY(
            "Là bản sao (sao y, sao lục, trích sao): cần chọn số của bản chính hay của bản sao.",
            "It is a copy: the original's number or the copy's."),
    WITHDRAWN("Phần đầu ghi văn bản đã bị thu hồi, hủy bỏ hoặc thay thế.", "Its head says that it was withdrawn."),
    AGREEMENT("Là hợp đồng hoặc thỏa thuận giữa các bên.", "It is a contract or an agreement."),
    PRIVATE_OCCASION("Là lời mời việc riêng (cưới hỏi, tân gia, sinh nhật).", "It invites to a private occasion."),
    ADDRESSED_TO_OTHERS(
            "Kính gửi, Nơi nhận chỉ nêu cơ quan khác, không có cơ quan ta.", "It is addressed to others, not to us."),
    IN_AN_ARCHIVE("Nằm cùng các tệp khác trong một tệp nén hoặc tệp gộp.", "It lies in an archive beside others."),
    ENCLOSURE(
            "Cùng thư có văn bản ban hành sau nó: có thể chỉ là tài liệu gửi kèm.",
            "A newer document is in the same mail: it may be its enclosure."),
    QUOTED("Nội dung thư chỉ trích lại thư trước.", "The mail may only quote it from an earlier one."),
    SENDER_NOT_AUTHENTICATED(
            "Chưa xác thực được người gửi (không có chữ ký DKIM hoặc SPF hợp lệ của tên miền gửi).",
            "The sender is not authenticated."),
    SENDER_NOT_THE_ISSUER(
            "Sổ địa chỉ chưa gắn tên miền của người gửi với cơ quan ban hành văn bản.",
            "The address book does not tie the sender's domain to the issuing agency."),
    TOO_MANY_TODAY("Hôm nay người gửi này đã có nhiều văn bản tự động vào sổ.", "The sender's daily share is used up."),
    MAILBOX_ASKS("Văn bản đến hộp thư đơn vị phải được văn thư xác nhận.", "This mailbox always asks."),
    UNREADABLE("Không đọc được nội dung tệp.", "The file could not be read."),
    FORWARDED("Do người trong cơ quan chuyển đến để đăng ký.", "A colleague asks for its registration."),
    TOO_MANY_IN_ONE_MAIL(
            "Một thư mang quá nhiều văn bản; phần còn lại được hỏi chung một lần.",
            "The mail brings too many documents; the rest is asked about together."),
    BOOK_REFUSES("Sổ không nhận lúc này.", "The book refuses it at the moment.");

    private final String vietnamese;
    private final String english;

    Doubt(String vietnamese, String english) {
        this.vietnamese = vietnamese;
        this.english = english;
    }

    /** Stable, for the register. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For the clerk. */
    public String vietnamese() {
        return vietnamese;
    }

    public String english() {
        return english;
    }
}
