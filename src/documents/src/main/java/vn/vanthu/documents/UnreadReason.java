package vn.vanthu.documents;

/** The stable codes of {@link vn.vanthu.document.ReadPart#unread}. */
public final class UnreadReason {

    public static final String NOTHING = "";
    public static final String ENCRYPTED = "encrypted";
    public static final String TOO_DEEP = "too-deep";
    public static final String TOO_LARGE = "too-large";
    public static final String TOO_MANY_PARTS = "too-many-parts";
    public static final String TIME_OUT = "time-out";
    public static final String BROKEN = "broken";
    public static final String NO_OCR = "no-ocr";
    public static final String IMAGE_WITHOUT_TEXT = "image-without-text";
    public static final String UNKNOWN_TYPE = "unknown-type";
    /** Known, but no library here reads it. */
    public static final String UNSUPPORTED = "unsupported";

    public static final String AMBIGUOUS = "ambiguous";

    private UnreadReason() {}
}
