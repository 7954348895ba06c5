package vn.vanthu.benchmark.mail;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is sent. */
record Workload(Way way, Size size) {

    /** Where the mails go. */
    enum Way {
        /** From another server, through port 25, into our mailboxes. */
        LOCAL,
        /** From one of us, logged in on the submission port, through the smarthost to the outside. */
        RELAY
    }

    /**
     * How large a mail is.
     *
     * @param bytes written as {@code 4KB} or {@code 5MB}
     * @param pdf whether it is mostly a PDF with a text: {@code 10KB-pdf}, and what is larger than any typed text
     */
    record Size(int bytes, boolean pdf) {

        /** No run carries more than this: 500 KB mails would fill the disk. */
        private static final int RUN_BYTES = 150_000_000;

        private static final int LARGEST_TEXT = 16_000;

        private static final Pattern FORM = Pattern.compile("(\\d{1,5}) ?(KB|MB)?(-PDF)?", Pattern.CASE_INSENSITIVE);

        Size {
            pdf = pdf || bytes > LARGEST_TEXT;
        }

        static Size parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches()) {
                throw new IllegalArgumentException("found '" + text + "'; allowed: a size such as 4KB, 5MB, 10KB-pdf");
            }
            int unit = "MB".equalsIgnoreCase(form.group(2)) ? 1_000_000 : 1000;
            return new Size(Math.multiplyExact(Integer.parseInt(form.group(1)), unit), form.group(3) != null);
        }

        int limit(int mails) {
            return Math.max(1, Math.min(mails, RUN_BYTES / bytes));
        }

        @Override
        public String toString() {
            return bytes / 1000 + " KB" + (pdf ? " with a PDF" : "");
        }
    }

    @Override
    public String toString() {
        return (way == Way.LOCAL ? "to a local mailbox" : "relayed") + ", " + size;
    }
}
