package vn.vanthu.register.book;

/** A register book, with the name that stands in the views ({@code so_dang_ky}) and the word of the command line. */
public enum Book {
    /** Sổ đăng ký văn bản đến: one series for the agency, whichever mailbox, paper and electronic. */
    INCOMING("den"),
    /** Sổ đăng ký văn bản đi. */
    OUTGOING("di");

    private final String code;

    Book(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The book of this code; for what was read from the database. */
    public static Book ofCode(String code) {
        for (Book book : values()) {
            if (book.code.equals(code)) {
                return book;
            }
        }
        throw new IllegalArgumentException("no such book: " + code);
    }
}
