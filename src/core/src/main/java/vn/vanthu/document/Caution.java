package vn.vanthu.document;

/** What the head of a document says against taking it as one that was issued and is in force. */
public enum Caution {
    /** MẪU SỐ 01: to be filled in. */
    FORM,
    /** PHỤ LỤC, kèm theo: part of another document. */
    ANNEX,
    /** SAO Y, BẢN SAO: which number counts, the copy's or the original's, is for people to say. */
    COPY,
    /** Đã bị thu hồi, hủy bỏ. */
    WITHDRAWN
}
