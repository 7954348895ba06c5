package vn.vanthu.message.text;

/** Finds the line to show. */
final class LineDifference {

    private static final int LONGEST = 200;

    private LineDifference() {}

    /** The first line of a text that is not the same before. */
    static String first(String before, String after) {
        String[] old = before.split("\n", -1);
        String[] now = after.split("\n", -1);
        for (int i = 0; i < now.length; i++) {
            if (i >= old.length || !old[i].equals(now[i])) {
                String line = now[i].strip();
                return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
            }
        }
        return "";
    }
}
