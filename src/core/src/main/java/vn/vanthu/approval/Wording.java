package vn.vanthu.approval;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;

/**
 * Whether a mail is worded as an office words what it decides, asks and announces: a logistic regression on
 * {@link WordingFeatures}, for the sentences that no rule foresees. It learned from the mails of the red-team test and
 * nothing else; {@code WordingTest} makes the file of its weights again.
 */
final class Wording {

    /** The file of weights, beside this class: their unit, the bias, a byte for each place. */
    static final String FILE = "wording.weights";

    /** Logarithm of the odds from which a mail counts that speaks of an office; below it too many private mails would wait. */
    private static final double ENOUGH = 0.5;

    /** The same for others: news, contracts and what shops write are worded like offices too. */
    private static final double ENOUGH_WITHOUT_US = 2.5;

    private final ShownNames names;
    private final WordingFeatures features;
    private final Weights weights;

    private Wording(ShownNames names, WordingFeatures features, Weights weights) {
        this.names = names;
        this.features = features;
        this.weights = weights;
    }

    static Wording of(Organization organization, ShownNames names) {
        return new Wording(names, new WordingFeatures(organization), Weights.shipped());
    }

    /** @param unit what 1 in a byte of {@code each} stands for */
    record Weights(float unit, float bias, byte[] each) {

        private static Weights shipped() {
            try (InputStream file = Wording.class.getResourceAsStream(FILE);
                    DataInputStream data = new DataInputStream(file)) {
                return new Weights(data.readFloat(), data.readFloat(), data.readNBytes(WordingFeatures.PLACES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Logarithm of the odds that a mail with these features acts. Long mails do not weigh more than short ones. */
        double score(int[] places) {
            double sum = 0;
            for (int place : places) {
                sum += each[place];
            }
            return bias + unit * sum / Math.sqrt(Math.max(1, places.length));
        }
    }

    /** What says so most, when the whole is worded so. */
    Optional<Evidence> in(String subject, List<TextLine> lines, String part) {
        List<TextLine> sentences = Statement.sentences(lines);
        if (weights.score(features.of(subject, sentences)) < enough(features.namesUs(subject, sentences))) {
            return Optional.empty();
        }
        return sentences.stream()
                .max(Comparator.comparingDouble(
                        sentence -> weights.score(features.of(sentence).toArray())))
                .map(sentence -> new Evidence(
                        Evidence.Kind.WORDING, Evidence.ENOUGH, part, sentence.text(), by(sentence, sentences)));
    }

    static double enough(boolean namesUs) {
        return namesUs ? ENOUGH : ENOUGH_WITHOUT_US;
    }

    /** A unit's only where the agency is nowhere named. */
    private Mailbox by(TextLine telling, List<TextLine> sentences) {
        boolean ofAgency = sentences.stream().anyMatch(features::namesAgency);
        return ofAgency ? names.agency() : names.mailboxOf(telling.shown()).orElseGet(names::agency);
    }
}
