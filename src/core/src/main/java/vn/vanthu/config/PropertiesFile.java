package vn.vanthu.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads Java properties in UTF-8 and, unlike {@link Properties}, keeps lines and repetitions. */
public final class PropertiesFile {

    /** One {@code key=value}, with the line where it begins. */
    public record Entry(String key, String value, int line) {
        /** Where it stands, for a {@link Problem}. */
        public String where() {
            return key + " (line " + line + ")";
        }
    }

    private PropertiesFile() {}

    /** The entries in the file's order; a file that is not there has none. */
    public static List<Entry> read(Path file, Problems problems) {
        try {
            return entries(Files.readString(file), problems);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (CharacterCodingException e) {
            problems.add("file", "bytes that are not UTF-8", "text in UTF-8");
        } catch (IOException e) {
            problems.add("file", e.toString(), "a file that can be read");
        }
        return List.of();
    }

    private static List<Entry> entries(String content, Problems problems) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder logical = new StringBuilder();
        int line = 0;
        int begin = 1;
        for (String natural : withoutByteOrderMark(content).split("\r\n|\r|\n", -1)) {
            line++;
            begin = logical.isEmpty() ? line : begin;
            logical.append(natural).append('\n');
            if (!isComment(logical) && continues(natural)) {
                continue;
            }
            addEntry(logical.toString(), begin, entries, problems);
            logical.setLength(0);
        }
        addEntry(logical.toString(), begin, entries, problems);
        return entries;
    }

    private static void addEntry(String logicalLine, int line, List<Entry> entries, Problems problems) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(logicalLine));
        } catch (IOException | IllegalArgumentException e) {
            // Not the value: it may be a password.
            String key = logicalLine.strip().split("[=:\\s]", 2)[0];
            problems.add("line " + line, "a broken \\u in the value of " + key, "a backslash is written \\\\");
        }
        one.stringPropertyNames()
                .forEach(key -> entries.add(new Entry(key, one.getProperty(key).strip(), line)));
    }

    private static boolean isComment(StringBuilder line) {
        String start = line.toString().stripLeading();
        return start.startsWith("#") || start.startsWith("!");
    }

    private static boolean continues(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private static String withoutByteOrderMark(String content) {
        return content.startsWith("\uFEFF") ? content.substring(1) : content;
    }
}
