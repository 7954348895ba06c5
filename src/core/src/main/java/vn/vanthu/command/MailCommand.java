package vn.vanthu.command;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a person typed: a line with a command, and lines with its particulars.
 *
 * @param line the first line that is not empty, without the marks of a list or emphasis; empty when nothing was typed
 * @param particulars in their order
 */
public record MailCommand(String line, List<Particular> particulars) {

    /**
     * A {@code Key: value} line; the lines right below it that have no key belong to its value.
     *
     * @param key as typed
     * @param value on one line; may be empty
     * @param apart whether an empty line stands somewhere between it and the first one: it may be meant for people only
     */
    public record Particular(String key, String value, boolean apart) {}

    private static final Pattern KEY_AND_VALUE = Pattern.compile("[-*•+ ]*([^:]{1,40}?)\\s*:\\s*(.*)");
    private static final Pattern MARKS = Pattern.compile("^[-*_•+#\"“ ]+|[-*_\"” ]+$");

    public MailCommand {
        particulars = List.copyOf(particulars);
    }

    /** @param body the text of the mail, see {@link vn.vanthu.message.text.PlainBody} */
    public static MailCommand read(String body) {
        List<String> lines = TypedLines.of(body);
        int first = 0;
        while (first < lines.size() && clean(lines.get(first)).isEmpty()) {
            first++;
        }
        if (first == lines.size()) {
            return new MailCommand("", List.of());
        }
        return new MailCommand(clean(lines.get(first)), particulars(lines.subList(first + 1, lines.size())));
    }

    private static String clean(String line) {
        return MARKS.matcher(line).replaceAll("");
    }

    private static List<Particular> particulars(List<String> lines) {
        List<Particular> found = new ArrayList<>();
        boolean apart = false;
        boolean goesOn = false;
        for (String line : lines) {
            Matcher pair = KEY_AND_VALUE.matcher(line);
            if (pair.matches()) {
                found.add(new Particular(clean(pair.group(1)), pair.group(2).strip(), apart));
                goesOn = true;
            } else if (line.isEmpty()) {
                apart = !found.isEmpty();
                goesOn = false;
            } else if (goesOn) {
                Particular last = found.remove(found.size() - 1);
                found.add(new Particular(last.key(), (last.value() + " " + line).strip(), last.apart()));
            }
        }
        return found;
    }
}
