package vn.vanthu.documents;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of files in files, as labels: no name for a disk. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]+");

    private FileNames() {}

    /** On one line, with its folders; the number of the file where there is none. */
    static String oneLine(@Nullable String name, int number) {
        String line =
                name == null ? "" : NOT_SHOWN.matcher(name).replaceAll(" ").strip();
        if (line.isEmpty()) {
            return String.valueOf(number);
        }
        return line.length() <= LONGEST ? line : line.substring(line.length() - LONGEST);
    }

    /** Without its folders. */
    static String last(String name) {
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return name.substring(slash + 1);
    }
}
