package vn.vanthu.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** The part that is being read, and those that it is inside of. */
final class PartStack {

    private static final List<String> ONCE =
            List.of("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "MIME-Version");

    /** A part whose header is known so far. */
    private static final class Open {
        private final String path;
        private final List<HeaderField> fields = new ArrayList<>();
        private int children;

        Open(String path) {
            this.path = path;
        }
    }

    private final Deque<Open> open = new ArrayDeque<>();
    private int parts;
    private long headerBytes;

    void push() {
        Open parent = open.peek();
        open.push(new Open(parent == null ? "1" : parent.path + "." + ++parent.children));
        parts++;
    }

    void pop() {
        open.poll();
    }

    /** How many parts were begun. */
    int parts() {
        return parts;
    }

    /** Of all headers so far. */
    long headerBytes() {
        return headerBytes;
    }

    /** 0 for the message itself. */
    int depth() {
        return open.size() - 1;
    }

    void add(Field field) {
        Open current = open.peek();
        ByteSequence raw = field.getRaw();
        if (current == null || raw == null) {
            return;
        }
        byte[] bytes = raw.toByteArray();
        headerBytes += bytes.length;
        current.fields.add(new HeaderField(bytes, 0, bytes.length));
    }

    /**
     * Whether readers may disagree about the part: repeated fields or parameters, parts declared and not found,
     * a piece that only the reader's program puts together with others.
     */
    boolean isAmbiguous(Part part) {
        ContentField type = content("Content-Type");
        boolean holdsParts =
                type.value().startsWith("multipart/") || type.value().equals("message/rfc822");
        return ONCE.stream().anyMatch(name -> all(name).count() > 1)
                || type.value().equals("message/partial")
                || all("Content-Transfer-Encoding").anyMatch(PartStack::isDecorated)
                || type.repeats()
                || content("Content-Disposition").repeats()
                || (holdsParts && !type.value().equals(part.mediaType()));
    }

    /** A comment or quotes around the encoding: one reader takes them off, another does not know such an encoding. */
    private static boolean isDecorated(HeaderField encoding) {
        String written = new String(encoding.value(), StandardCharsets.ISO_8859_1).strip();
        return !written.equalsIgnoreCase(ContentField.read(encoding.value()).value());
    }

    /** Whether the part has none inside. */
    boolean isEmpty() {
        return current().children == 0;
    }

    /** The part as its header tells, and as MIME4J takes its content apart. */
    Part part(BodyDescriptor descriptor) {
        return part(lower(descriptor.getMimeType(), "text/plain"), transferEncoding());
    }

    /** A part that turned out to hold a message. */
    Part messagePart() {
        return part("message/rfc822", transferEncoding());
    }

    private String transferEncoding() {
        return lower(content("Content-Transfer-Encoding").value(), "7bit");
    }

    private Part part(String mediaType, String transferEncoding) {
        ContentField type = content("Content-Type");
        ContentField disposition = content("Content-Disposition");
        String named = disposition.parameter("filename");
        return new Part(
                current().path,
                current().fields,
                mediaType,
                type.parameter("charset").toLowerCase(Locale.ROOT),
                transferEncoding,
                named.isEmpty() ? type.parameter("name") : named,
                disposition.value().equals("attachment"));
    }

    private ContentField content(String name) {
        return all(name)
                .findFirst()
                .map(field -> ContentField.read(field.value()))
                .orElse(ContentField.NONE);
    }

    private Stream<HeaderField> all(String name) {
        return current().fields.stream().filter(field -> field.isCalled(name));
    }

    private Open current() {
        Open current = open.peek();
        return current == null ? new Open("1") : current;
    }

    private static String lower(@Nullable String value, String otherwise) {
        return value == null || value.isBlank() ? otherwise : value.strip().toLowerCase(Locale.ROOT);
    }
}
