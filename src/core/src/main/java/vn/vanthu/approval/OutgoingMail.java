package vn.vanthu.approval;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.MessageView;

/**
 * A mail that one of our people sends, as {@link SpeaksForAgency} looks at it.
 *
 * @param login who logged in, a full address; empty for a mail made inside the gateway
 * @param sender of the envelope
 * @param recipients of the envelope, after aliases, groups and forwards were expanded
 * @param parts everything in it, as read
 * @param documents those of the parts that are official documents
 * @param answers whether it answers a mail that one of its recipients sent us; anybody can type "Re:" and In-Reply-To
 * @param sentBefore whether a line, as {@link vn.vanthu.text.Lookalike#plain}, stands in a mail that this one answers and
 *     that went to all of its outside recipients by a release: such lines may be quoted
 */
public record OutgoingMail(
        MessageView header,
        String login,
        String sender,
        List<String> recipients,
        List<ReadPart> parts,
        List<OfficialDocument> documents,
        boolean answers,
        Predicate<String> sentBefore) {

    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,998}>");
    private static final int MOST_ANSWERED = 50;

    /** Of a mail that is not known to answer one of ours. */
    public static final Predicate<String> NOTHING = line -> false;

    public OutgoingMail {
        recipients = List.copyOf(recipients);
        parts = List.copyOf(parts);
        documents = List.copyOf(documents);
    }

    /** Whether a document stands in the mail's own text, not in a file. */
    public boolean isText(OfficialDocument document) {
        return parts.stream().anyMatch(part -> part.body() && part.path().equals(document.part()));
    }

    /** The lines of a text as {@link #sentBefore} compares them. */
    public static Stream<String> comparable(ReadPart part) {
        return part.text().lines().map(OutgoingMail::comparable);
    }

    /** One line of them; a Subject is compared in the same way. */
    public static String comparable(String line) {
        return TextLine.of(line).plain();
    }

    /**
     * The same mail, of which more is known.
     *
     * @param known {@link #answers}
     * @param lines {@link #sentBefore}
     */
    public OutgoingMail answering(boolean known, Predicate<String> lines) {
        return new OutgoingMail(header, login, sender, recipients, parts, documents, known, lines);
    }

    /** The mails that it says to answer or to forward: their Message-IDs, with angle brackets. */
    public List<String> answered() {
        return Stream.of("In-Reply-To", "References")
                .flatMap(header::all)
                .flatMap(field -> MESSAGE_ID.matcher(field.text()).results())
                .map(MatchResult::group)
                .distinct()
                .limit(MOST_ANSWERED)
                .toList();
    }
}
