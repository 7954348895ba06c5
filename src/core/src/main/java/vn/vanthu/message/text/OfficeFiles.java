package vn.vanthu.message.text;

/** What to do about Office attachments that are written with legacy fonts. The attachment itself always stays. */
public enum OfficeFiles {
    /** they are not looked into */
    IGNORE,
    /** they are reported, and those that cannot be read too */
    FLAG,
    /** the same, and a copy in Unicode follows the attachment: {@code NAME (Unicode).docx} */
    ATTACH_COPY
}
