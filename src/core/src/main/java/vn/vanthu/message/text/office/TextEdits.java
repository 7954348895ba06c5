package vn.vanthu.message.text.office;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be replaced in a text; all the rest stays. */
final class TextEdits {

    private record Edit(int from, int to, String replacement) {}

    private final List<Edit> edits;
    private final String before;
    private final String after;

    TextEdits() {
        this(new ArrayList<>(), "", "");
    }

    private TextEdits(List<Edit> edits, String before, String after) {
        this.edits = edits;
        this.before = before;
        this.after = after;
    }

    /** The same edits, for places where the text needs something around it. */
    TextEdits around(String newBefore, String newAfter) {
        return new TextEdits(edits, newBefore, newAfter);
    }

    void replace(int from, int to, String replacement) {
        edits.add(new Edit(from, to, before + replacement + after));
    }

    String applyTo(String original) {
        edits.sort(Comparator.comparingInt(Edit::from));
        StringBuilder out = new StringBuilder(original.length() + original.length() / 16);
        int at = 0;
        for (Edit edit : edits) {
            if (edit.from() >= at) {
                out.append(original, at, edit.from()).append(edit.replacement());
                at = edit.to();
            }
        }
        return out.append(original, at, original.length()).toString();
    }
}
