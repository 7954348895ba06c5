package vn.vanthu.message;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The header of a message. Made by {@link MessageReader}; text and addresses are decoded when they are asked for.
 *
 * @param fields in the order of the message, malformed lines too (their name is empty)
 * @param headerBytes all bytes up to and with the empty line, also those over the limit
 * @param oddities what is unusual
 */
public record MessageView(List<HeaderField> fields, long headerBytes, Set<Oddity> oddities) {

    public MessageView {
        fields = List.copyOf(fields);
        oddities = oddities.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(oddities));
    }

    /** Every field of this name, in any case. */
    public Stream<HeaderField> all(String name) {
        return fields.stream().filter(field -> field.isCalled(name));
    }

    /** The first field of this name. */
    public Optional<HeaderField> first(String name) {
        return all(name).findFirst();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }

    /** The decoded text of the first field of this name; empty when there is none. */
    public String text(String name) {
        return first(name).map(HeaderField::text).orElse("");
    }

    /** Every address of every field of this name. */
    public List<HeaderAddress> addresses(String name) {
        return all(name)
                .flatMap(field -> AddressList.read(field.value()).stream())
                .toList();
    }

    /** Decoded; empty when there is none. Its bytes: {@code first("Subject")}. */
    public String subject() {
        return text("Subject");
    }

    /** Of all From fields. */
    public List<HeaderAddress> from() {
        return addresses("From");
    }

    /** All From fields as people read them, joined by commas. */
    public String fromText() {
        return all("From").map(HeaderField::text).collect(Collectors.joining(", "));
    }

    public List<HeaderAddress> sender() {
        return addresses("Sender");
    }

    public List<HeaderAddress> replyTo() {
        return addresses("Reply-To");
    }

    public List<HeaderAddress> to() {
        return addresses("To");
    }

    public List<HeaderAddress> cc() {
        return addresses("Cc");
    }

    /** Of Resent-From, Resent-Sender and Resent-Reply-To. */
    public List<HeaderAddress> resentBy() {
        return Stream.of("Resent-From", "Resent-Sender", "Resent-Reply-To")
                .flatMap(name -> addresses(name).stream())
                .toList();
    }

    /** With its angle brackets; empty when there is none. */
    public String messageId() {
        return text("Message-ID");
    }

    /** Empty when there is none, or when it is no date. */
    public Optional<Instant> date() {
        return first("Date").flatMap(field -> HeaderDate.read(field.text()));
    }

    /** When the newest Received line says that the message came; empty when there is none, or it says no date. */
    public Optional<Instant> receivedDate() {
        return first("Received")
                .map(HeaderField::text)
                .flatMap(line -> HeaderDate.read(line.substring(line.lastIndexOf(';') + 1)));
    }
}
