package vn.vanthu.message.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be replaced in the raw bytes; everything else stays as it is, byte by byte. */
final class Edits {

    private record Edit(int from, int to, String replacement) {}

    private final List<Edit> edits = new ArrayList<>();

    /** Replaces a stretch by ASCII text. */
    void replace(int from, int to, String replacement) {
        edits.add(new Edit(from, to, replacement));
    }

    boolean isEmpty() {
        return edits.isEmpty();
    }

    byte[] applyTo(byte[] original) {
        edits.sort(Comparator.comparingInt(Edit::from));
        ByteArrayOutputStream out = new ByteArrayOutputStream(original.length + original.length / 4);
        int at = 0;
        for (Edit edit : edits) {
            if (edit.from() < at) {
                continue;
            }
            out.write(original, at, edit.from() - at);
            out.writeBytes(edit.replacement().getBytes(StandardCharsets.ISO_8859_1));
            at = edit.to();
        }
        out.write(original, at, original.length - at);
        return out.toByteArray();
    }
}
