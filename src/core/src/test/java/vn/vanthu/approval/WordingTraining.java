package vn.vanthu.approval;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import vn.vanthu.command.TypedLines;
import vn.vanthu.document.ReadPart;
import vn.vanthu.organization.Organization;

/** Makes the weights of {@link Wording} out of mails whose decision is known: the same mails give the same bytes. */
public final class WordingTraining {

    private static final int ROUNDS = 200;
    private static final double STEP = 0.05;
    private static final double DECAY = 0.003;

    /** @param seen the mail as {@link Wording} sees it */
    public record Example(Wording.Seen seen, boolean acting) {

        private int[] places() {
            return seen.whole();
        }
    }

    private final WordingFeatures features;

    public WordingTraining(Organization organization) {
        features = new WordingFeatures(organization);
    }

    /** What a mail's own words show. */
    public Example example(String subject, List<ReadPart> parts, boolean acting) {
        List<TextLine> own = parts.stream()
                .filter(ReadPart::body)
                .findFirst()
                .map(part -> TextLine.all(TypedLines.split(part.text()).typed()))
                .orElse(List.of());
        return new Example(Wording.seen(features, TextLine.of(subject), Wording.sentences(own)), acting);
    }

    /** The content of the file of weights. */
    public static byte[] file(List<Example> examples) throws IOException {
        Wording.Weights weights = weights(examples);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeFloat(weights.unit());
        data.writeFloat(weights.bias());
        data.write(weights.each());
        return bytes.toByteArray();
    }

    /** How much mails speak for acting by what others taught, over what is enough. */
    public static double[] over(List<Example> taught, List<Example> others) {
        Wording.Weights weights = weights(taught);
        return others.stream().mapToDouble(mail -> weights.over(mail.seen())).toArray();
    }

    private static Wording.Weights weights(List<Example> examples) {
        Descent descent = new Descent();
        for (int round = 1; round <= ROUNDS; round++) {
            descent.move(descent.gradient(examples), round);
        }
        return descent.rounded();
    }

    /** Each weight moves with a step of its own (Adam; Kingma, Ba 2015), over all mails at once. */
    private static final class Descent {

        private final double[] weights = new double[WordingFeatures.PLACES + 1];
        private final double[] means = new double[weights.length];
        private final double[] squares = new double[weights.length];

        private double[] gradient(List<Example> examples) {
            double[] gradient = new double[weights.length];
            int bias = WordingFeatures.PLACES;
            for (int place = 0; place < bias; place++) {
                gradient[place] = DECAY * weights[place];
            }
            for (Example example : examples) {
                double scale = Wording.Weights.scale(example.places());
                double odds = weights[bias]
                        + scale
                                * IntStream.of(example.places())
                                        .mapToDouble(place -> weights[place])
                                        .sum();
                double error = 1 / (1 + StrictMath.exp(-odds)) - (example.acting ? 1 : 0);
                for (int place : example.places()) {
                    gradient[place] += error * scale;
                }
                gradient[bias] += error;
            }
            return gradient;
        }

        private void move(double[] gradient, int round) {
            double meanScale = 1 - StrictMath.pow(0.9, round);
            double squareScale = 1 - StrictMath.pow(0.999, round);
            for (int place = 0; place < weights.length; place++) {
                means[place] = 0.9 * means[place] + 0.1 * gradient[place];
                squares[place] = 0.999 * squares[place] + 0.001 * gradient[place] * gradient[place];
                weights[place] -= STEP * means[place] / meanScale / (Math.sqrt(squares[place] / squareScale) + 1e-8);
            }
        }

        private Wording.Weights rounded() {
            double most = IntStream.range(0, WordingFeatures.PLACES)
                    .mapToDouble(place -> Math.abs(weights[place]))
                    .max()
                    .orElse(1);
            byte[] each = new byte[WordingFeatures.PLACES];
            for (int place = 0; place < each.length; place++) {
                each[place] = (byte) Math.round(weights[place] / most * 127);
            }
            return new Wording.Weights((float) (most / 127), (float) weights[WordingFeatures.PLACES], each);
        }
    }
}
