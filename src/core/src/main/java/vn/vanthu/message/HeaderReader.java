package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes the header off the front of a message. Lines end with LF or CRLF; the header ends with an empty line. A line that
 * begins with a space belongs to the field before it.
 */
final class HeaderReader {

    private static final int BLOCK = 8192;
    private static final Set<String> ONCE = Set.of(
            "from",
            "sender",
            "reply-to",
            "to",
            "cc",
            "bcc",
            "message-id",
            "in-reply-to",
            "references",
            "subject",
            "date");

    private final int limit;
    private final Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
    private byte[] kept = new byte[BLOCK];
    private int keptLength;
    private long total;
    private int lineLength;
    private boolean afterCr;

    HeaderReader(int limit) {
        this.limit = limit;
    }

    /** Reads up to the end of the header, and up to a block further. */
    MessageView read(InputStream in) throws IOException {
        byte[] block = new byte[BLOCK];
        boolean ended = false;
        for (int length = in.read(block); length >= 0 && !ended; length = ended ? 0 : in.read(block)) {
            for (int i = 0; i < length && !ended; i++) {
                ended = isEnd(block[i]);
            }
        }
        if (!ended) {
            oddities.add(Oddity.NO_HEADER_END);
        }
        return view();
    }

    /** Takes one byte, and tells whether it ends the header. */
    private boolean isEnd(byte next) {
        keep(next);
        if (next == '\n') {
            boolean empty = lineLength == 0;
            lineLength = 0;
            afterCr = false;
            return empty;
        }
        if (afterCr) {
            oddities.add(Oddity.BARE_CR);
            lineLength++;
        }
        afterCr = next == '\r';
        if (!afterCr) {
            lineLength = 1;
            noteByte(next);
        }
        return false;
    }

    private void noteByte(byte next) {
        if (next == 0) {
            oddities.add(Oddity.NUL);
        } else if (next < 0) {
            oddities.add(Oddity.EIGHT_BIT);
        }
    }

    private void keep(byte next) {
        total++;
        if (keptLength == limit) {
            oddities.add(Oddity.HEADER_TOO_LONG);
            return;
        }
        if (keptLength == kept.length) {
            kept = Arrays.copyOf(kept, (int) Math.min(limit, kept.length * 2L));
        }
        kept[keptLength++] = next;
    }

    private MessageView view() {
        byte[] block = Arrays.copyOf(kept, keptLength);
        List<HeaderField> fields = new ArrayList<>();
        int start = 0;
        while (start < block.length) {
            int end = endOfField(block, start);
            if (!isEmptyLine(block, start, end)) {
                fields.add(field(block, start, end));
            }
            start = end;
        }
        noteRepeated(fields);
        return new MessageView(fields, total, oddities);
    }

    private HeaderField field(byte[] block, int start, int end) {
        HeaderField field = new HeaderField(block, start, end);
        if (field.name().isEmpty()) {
            oddities.add(Oddity.MALFORMED_LINE);
        }
        return field;
    }

    private static int endOfField(byte[] block, int start) {
        int next = start;
        do {
            while (next < block.length && block[next] != '\n') {
                next++;
            }
            next = Math.min(next + 1, block.length);
        } while (next < block.length && (block[next] == ' ' || block[next] == '\t'));
        return next;
    }

    private static boolean isEmptyLine(byte[] block, int start, int end) {
        return block[start] == '\n' || (block[start] == '\r' && start + 1 < end && block[start + 1] == '\n');
    }

    private void noteRepeated(List<HeaderField> fields) {
        List<String> single = fields.stream()
                .map(field -> field.name().toLowerCase(Locale.ROOT))
                .filter(ONCE::contains)
                .toList();
        if (single.stream().collect(Collectors.toSet()).size() < single.size()) {
            oddities.add(Oddity.REPEATED_FIELD);
        }
    }
}
