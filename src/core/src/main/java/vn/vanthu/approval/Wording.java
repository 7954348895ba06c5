package vn.vanthu.approval;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.vanthu.approval.WordingFeatures.Named;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.ShownNames;

/**
 * Whether a mail is worded as an office words what it decides, asks and announces: a logistic regression on
 * {@link WordingFeatures}, for the sentences that no rule foresees. It learned from the mails beside the tests and from
 * nobody's else; {@code WordingTest} makes the file of its weights again.
 */
final class Wording {

    /** The file of weights, beside this class: their unit, the bias, a byte for each place. */
    static final String FILE = "wording.weights";

    /** Logarithm of the odds from which a mail counts that speaks of an office; below it too many private mails would wait. */
    private static final double ENOUGH = 0.5;

    /** The same for others: news, contracts and what shops write are worded like offices too. */
    private static final double ENOUGH_WITHOUT_US = 2.5;

    /** So much more a few sentences alone need: private talk around them does not help the sender. */
    private static final double MORE_IN_PART = 3.0;

    private static final int PART = 3;

    /** Places of some 25 words: fewer words prove no more than their sum. */
    private static final int FEW = 150;

    private static final int MOST_SENTENCES = 1000;
    private static final int TELLING_WORDS = 4;

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

        /** Logarithm of the odds that words with these features act. */
        double score(int[] places) {
            return bias + unit * sum(places) * scale(places);
        }

        /** Long texts do not weigh more than short ones, but a few words prove little. */
        static double scale(int[] places) {
            return 1 / Math.sqrt(Math.max(FEW, places.length));
        }

        private double sum(int[] places) {
            double sum = 0;
            for (int place : places) {
                sum += each[place];
            }
            return sum;
        }

        /** How far a mail is over what is enough: as a whole, or the part of it that is furthest. */
        double over(Seen mail) {
            return Math.max(score(mail.whole) - mail.enough, part(mail) - mail.enough - MORE_IN_PART);
        }

        private double part(Seen mail) {
            return IntStream.range(0, mail.sentences.size())
                    .mapToDouble(start -> score(part(mail.sentences, start)))
                    .max()
                    .orElse(Double.NEGATIVE_INFINITY);
        }

        /** More sentences where they are short: who breaks his lines early is judged by no fewer words. */
        private static int[] part(List<int[]> sentences, int start) {
            int end = Math.min(start + PART, sentences.size());
            int[] part = WordingFeatures.together(sentences.subList(start, end));
            while (part.length < FEW && end < sentences.size()) {
                part = WordingFeatures.together(List.of(part, sentences.get(end++)));
            }
            return part;
        }
    }

    /**
     * A mail as it is judged.
     *
     * @param whole its features
     * @param sentences those of each sentence
     * @param enough what it needs to count
     */
    record Seen(int[] whole, List<int[]> sentences, double enough) {}

    /** The sentences that have words. */
    static List<TextLine> sentences(List<TextLine> lines) {
        return Statement.sentences(lines).stream()
                .filter(sentence -> sentence.plain().chars().anyMatch(Character::isLetter))
                .limit(MOST_SENTENCES)
                .toList();
    }

    static Seen seen(WordingFeatures features, TextLine subject, List<TextLine> sentences) {
        Named above = features.named(subject);
        List<Named> named = sentences.stream().map(features::named).toList();
        List<int[]> each = named.stream().map(features::of).toList();
        List<int[]> all = new ArrayList<>(each);
        all.add(features.ofSubject(above));
        boolean namesUs = Stream.concat(Stream.of(above), named.stream()).anyMatch(WordingFeatures::namesUs);
        return new Seen(WordingFeatures.together(all), each, namesUs ? ENOUGH : ENOUGH_WITHOUT_US);
    }

    /** What says so most, when the whole or a part is worded so. */
    Optional<Evidence> in(String subject, List<TextLine> lines, String part) {
        TextLine above = TextLine.of(subject);
        List<TextLine> sentences = sentences(lines).stream()
                .filter(sentence -> !names.isNamesake(sentence.shown()))
                .toList();
        Seen mail = seen(features, above, sentences);
        if (weights.over(mail) < 0) {
            return Optional.empty();
        }
        TextLine telling = IntStream.range(0, sentences.size())
                .filter(sentence -> sentences.get(sentence).words() >= TELLING_WORDS)
                .boxed()
                .max(Comparator.comparingDouble(sentence -> weights.sum(mail.sentences.get(sentence))))
                .map(sentences::get)
                .orElse(above);
        Mailbox by = namesOneUnit(above, sentences)
                ? names.mailboxOf(telling.shown()).orElseGet(names::agency)
                : names.agency();
        return Optional.of(new Evidence(Evidence.Kind.WORDING, Evidence.ENOUGH, part, telling.text(), by));
    }

    /** A unit speaks only where nothing else of ours is named. */
    private boolean namesOneUnit(TextLine subject, List<TextLine> sentences) {
        List<TextLine> lines =
                Stream.concat(Stream.of(subject), sentences.stream()).toList();
        return lines.stream().map(features::named).noneMatch(WordingFeatures::namesAgency)
                && lines.stream().flatMap(features::units).distinct().count() <= 1;
    }
}
