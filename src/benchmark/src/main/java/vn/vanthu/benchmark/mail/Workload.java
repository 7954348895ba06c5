package vn.vanthu.benchmark.mail;

import java.util.Locale;

/** What is sent. */
record Workload(Way way, Size size) {

    /** Where the mails go. */
    enum Way {
        /** From another server, through port 25, into our mailboxes. */
        LOCAL,
        /** From one of us, logged in on the submission port, through the smarthost to the outside. */
        RELAY
    }

    /** A message's size in bytes, written as {@code 4KB}. */
    record Size(int bytes) {

        /** No run carries more than this: 500 KB mails would fill the disk. */
        private static final int RUN_BYTES = 150_000_000;

        static Size parse(String text) {
            String number = text.toUpperCase(Locale.ROOT).replaceFirst(" ?KB$", "");
            try {
                return new Size(Math.multiplyExact(Integer.parseInt(number), 1000));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("found '" + text + "'; allowed: a size such as 4KB", e);
            }
        }

        int limit(int mails) {
            return Math.max(1, Math.min(mails, RUN_BYTES / bytes));
        }

        @Override
        public String toString() {
            return bytes / 1000 + " KB";
        }
    }

    @Override
    public String toString() {
        return (way == Way.LOCAL ? "to a local mailbox" : "relayed") + ", " + size;
    }
}
