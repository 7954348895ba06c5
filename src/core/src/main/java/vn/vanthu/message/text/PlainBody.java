package vn.vanthu.message.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderMalfunctionError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import vn.vanthu.message.Part;
import vn.vanthu.message.PartReader;
import vn.vanthu.text.VietnameseText;

/**
 * The text that the writer of a message typed, as plain lines ended by {@code \n}: the first plain text part, or, where
 * there is none, the first HTML part reduced to text. Attachments and attached messages are no text of the writer's.
 */
public final class PlainBody {

    /** Far more than anybody types. */
    private static final int MOST_BYTES = 256 * 1024;

    private static final Pattern FLOWED = Pattern.compile("(?i);\\s*format\\s*=\\s*\"?flowed");
    private static final Pattern DELSP = Pattern.compile("(?i);\\s*delsp\\s*=\\s*\"?yes");

    private String plain = "";
    private String html = "";

    private PlainBody() {}

    /** The text; empty when there is none. */
    public static String of(InputStream message) throws IOException {
        PlainBody body = new PlainBody();
        new PartReader(PartReader.Limits.USUAL).read(message, body.new Seer());
        return body.plain.isBlank() ? body.html : body.plain;
    }

    /** Sees the parts of the message itself, not those of messages in it. */
    private final class Seer implements PartReader.Visitor {

        private final List<String> attached = new ArrayList<>();

        @Override
        public void container(Part part) {
            if (part.mediaType().equals("message/rfc822")) {
                attached.add(part.path() + ".");
            }
        }

        @Override
        public void content(Part part, InputStream content) throws IOException {
            if (part.isText() && attached.stream().noneMatch(part.path()::startsWith)) {
                see(part, content);
            }
        }
    }

    private void see(Part part, InputStream content) throws IOException {
        boolean isHtml = part.mediaType().equals("text/html");
        if (isHtml && html.isBlank()) {
            html = HtmlText.of(decoded(part, content));
        } else if (part.mediaType().equals("text/plain") && plain.isBlank()) {
            plain = unfolded(part, decoded(part, content).replace("\r\n", "\n").replace('\r', '\n'));
        }
    }

    private static String decoded(Part part, InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(MOST_BYTES);
        try {
            Charset charset = part.charset().isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(part.charset());
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | IllegalArgumentException | CoderMalfunctionError e) {
            return VietnameseText.asText(bytes);
        }
    }

    /** Joins the lines of {@code format=flowed} (RFC 3676, 4). */
    private static String unfolded(Part part, String text) {
        String type = part.fields().stream()
                .filter(field -> field.isCalled("Content-Type"))
                .map(field -> new String(field.value(), StandardCharsets.ISO_8859_1))
                .findFirst()
                .orElse("");
        return FLOWED.matcher(type).find() ? joined(text, DELSP.matcher(type).find()) : text;
    }

    private static String joined(String text, boolean withoutSpace) {
        StringBuilder joined = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            String unstuffed = line.startsWith(" ") ? line.substring(1) : line;
            boolean goesOn = unstuffed.endsWith(" ") && !unstuffed.equals("-- ") && !unstuffed.startsWith(">");
            joined.append(goesOn && withoutSpace ? unstuffed.substring(0, unstuffed.length() - 1) : unstuffed)
                    .append(goesOn ? "" : "\n");
        }
        return joined.toString();
    }
}
