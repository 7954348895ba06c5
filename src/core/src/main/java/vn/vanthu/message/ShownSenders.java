package vn.vanthu.message;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whom a message shows as its senders, as any mail program might read it.
 *
 * @param entries every address with the name and comment that stand beside it
 * @param addresses those that every program reads alike, in lower case
 * @param doubtful what programs may read differently, as text in lower case: fields with anything but plain addresses,
 *     and lines that only some programs take for such a field
 * @param repeated whether From or Sender is there more than once: which of them is shown differs
 */
public record ShownSenders(
        List<HeaderAddress> entries, List<String> addresses, List<String> doubtful, boolean repeated) {

    private static final List<String> SENDERS = List.of("From", "Sender", "Resent-From", "Resent-Sender");
    private static final List<String> ANSWERED = List.of("Reply-To", "Resent-Reply-To");

    /** After a CR without LF, or in a line that is no field to us: some readers skip NUL and spaces, and see one. */
    private static final Pattern HIDDEN = Pattern.compile(
            "(?:^|\\r(?!\\n))[\\x01-\\x20]*(?:resent-)?(?:from|sender|reply-to)[\\x01-\\x20]*:(.*)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern COMMENT = Pattern.compile("\\([^()]*\\)");
    private static final Pattern QUOTED = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

    /** An @ beside a bracketed address, not in quotes: some programs take that one. */
    private static final Pattern AT_OUTSIDE = Pattern.compile("@[^,;<>]*<|>[^,;<>]*@");

    private static final Pattern NOT_IN_DOMAINS = Pattern.compile("[^\\p{L}\\p{N}.@-]");

    public ShownSenders {
        entries = List.copyOf(entries);
        addresses = List.copyOf(addresses);
        doubtful = List.copyOf(doubtful);
    }

    /** Whom it shows as its senders: From, Sender, Resent-From, Resent-Sender. */
    public static ShownSenders of(MessageView view) {
        return of(view, SENDERS);
    }

    /** To whom it lets people answer: Reply-To, Resent-Reply-To. */
    public static ShownSenders answeredTo(MessageView view) {
        return of(view, ANSWERED);
    }

    private static ShownSenders of(MessageView view, List<String> names) {
        List<HeaderAddress> entries = new ArrayList<>();
        List<String> addresses = new ArrayList<>();
        List<String> doubtful = new ArrayList<>();
        for (HeaderField field : view.fields()) {
            if (names.stream().anyMatch(field::isCalled)) {
                entries.addAll(AddressList.read(field.value()));
                read(field, addresses, doubtful);
            } else if (mayHide(field, view)) {
                findHidden(field, doubtful);
            }
        }
        boolean repeated = names.stream()
                .filter(name -> !name.startsWith("Resent-"))
                .anyMatch(name -> view.all(name).count() > 1);
        return new ShownSenders(entries, addresses, doubtful, repeated);
    }

    private static void read(HeaderField field, List<String> addresses, List<String> doubtful) {
        byte[] value = field.value();
        List<HeaderAddress> entries = AddressList.read(value);
        boolean plain = entries.stream().allMatch(HeaderAddress::isPlain) && isReadAlike(latin1(value));
        boolean empty = entries.isEmpty() && field.text().isBlank();
        if (plain && (empty || !entries.isEmpty())) {
            entries.forEach(entry -> addresses.add(lower(entry.address())));
        } else {
            doubtful.add(lower(latin1(value) + "\n" + field.text()));
        }
    }

    private static boolean isReadAlike(String value) {
        String syntax = withoutComments(QUOTED.matcher(value).replaceAll(""));
        long opened = syntax.chars().filter(character -> character == '<').count();
        long closed = syntax.chars().filter(character -> character == '>').count();
        return value.indexOf('\0') < 0
                && value.indexOf('\r') < 0
                && opened == closed
                && !AT_OUTSIDE.matcher(syntax).find();
    }

    private static boolean mayHide(HeaderField field, MessageView view) {
        return field.name().isEmpty() || view.oddities().contains(Oddity.BARE_CR);
    }

    private static void findHidden(HeaderField field, List<String> doubtful) {
        Matcher hidden = HIDDEN.matcher(latin1(field.raw()).replace("\0", ""));
        if (hidden.find()) {
            doubtful.add(lower(hidden.group(1)));
        }
    }

    /** Whether there is one reading only, and no choice between several. */
    public boolean isCertain() {
        return doubtful.isEmpty() && !repeated;
    }

    /** Whether a reader could see an address of the domain in what is doubtful. */
    public boolean mayMean(String domain) {
        return doubtful.stream()
                .map(text -> Normalizer.normalize(text, Normalizer.Form.NFKC))
                .anyMatch(text -> squeezed(text).contains(domain)
                        || squeezed(withoutComments(text)).contains(domain));
    }

    private static String withoutComments(String text) {
        String before = text;
        String after = COMMENT.matcher(before).replaceAll("");
        while (!after.equals(before)) {
            before = after;
            after = COMMENT.matcher(before).replaceAll("");
        }
        return after;
    }

    private static String squeezed(String text) {
        return NOT_IN_DOMAINS.matcher(text).replaceAll("");
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
