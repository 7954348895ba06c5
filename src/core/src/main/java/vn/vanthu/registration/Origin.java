package vn.vanthu.registration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.Part;
import vn.vanthu.message.PartReader;
import vn.vanthu.message.text.PlainBody;
import vn.vanthu.text.Unaccented;

/**
 * Where a forwarded document came from first: the header of an attached message, or the lines that a mail program quotes
 * above forwarded text. Not proved; for people.
 */
public record Origin(String sender, String subject, String date) {

    private static final Pattern QUOTED =
            Pattern.compile("[>*\\s]*(from|tu|nguoi gui|subject|chu de|date|sent|ngay|da gui|ngay gui)\\*?\\s*:(.*)");
    private static final int LONGEST = 300;

    /** Empty when the mail shows no other origin. */
    public static Optional<Origin> of(InputStream message) throws IOException {
        byte[] bytes = message.readAllBytes();
        Attached attached = new Attached();
        new PartReader(PartReader.Limits.USUAL).read(new ByteArrayInputStream(bytes), attached);
        return attached.origin.or(() -> quoted(bytes));
    }

    /** Finds the first header of a message inside the message. */
    private static final class Attached implements PartReader.Visitor {

        private Optional<Origin> origin = Optional.empty();

        @Override
        public void container(Part part) {
            look(part);
        }

        @Override
        public void content(Part part, InputStream content) {
            look(part);
        }

        private void look(Part part) {
            if (origin.isEmpty() && part.depth() > 0 && !text(part, "From").isEmpty()) {
                origin = Optional.of(new Origin(text(part, "From"), text(part, "Subject"), text(part, "Date")));
            }
        }

        private static String text(Part part, String name) {
            return part.fields().stream()
                    .filter(field -> field.isCalled(name))
                    .map(HeaderField::text)
                    .map(Origin::line)
                    .findFirst()
                    .orElse("");
        }
    }

    private static Optional<Origin> quoted(byte[] message) {
        String sender = "";
        String subject = "";
        String date = "";
        for (String line : body(message)) {
            Matcher field = QUOTED.matcher(Unaccented.of(line));
            if (!field.matches()) {
                continue;
            }
            String value = line(line.substring(line.indexOf(':') + 1));
            switch (field.group(1)) {
                case "from", "tu", "nguoi gui" -> sender = sender.isEmpty() && value.contains("@") ? value : sender;
                case "subject", "chu de" -> subject = subject.isEmpty() ? value : subject;
                default -> date = date.isEmpty() ? value : date;
            }
        }
        return sender.isEmpty() ? Optional.empty() : Optional.of(new Origin(sender, subject, date));
    }

    private static List<String> body(byte[] message) {
        try {
            return PlainBody.of(new ByteArrayInputStream(message))
                    .lines()
                    .limit(500)
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("an array in memory can be read", e);
        }
    }

    private static String line(String text) {
        String line = text.replaceAll("[\\s\\p{Cntrl}\\p{Cf}]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
    }
}
