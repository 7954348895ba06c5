package vn.vanthu.benchmark.text;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.vanthu.text.Conversion;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * How often a Vietnamese text comes back exactly, by way of writing and by length.
 *
 * <pre>RestoreAccuracy MODEL-FOLDER|- FOLDER-OF-VIETNAMESE-TEXTS TEXTS-PER-FILE [WAY-TO-SHOW-FAILURES-OF]</pre>
 *
 * The texts must not be those that the model was made from. Texts that a way cannot write are left out; capitals that
 * TCVN3 has no code for are compared as small letters. Of VIQR, whose full stop may be a tone, it also tells how often it
 * was found, and what share of its characters came out wrong.
 */
public final class RestoreAccuracy {

    private static final int[] LENGTHS = {20, 50, 100, 200, 500};

    private RestoreAccuracy() {}

    public static void main(String[] args) throws IOException {
        VietnameseText engine = args[0].equals("-") ? VietnameseText.load() : VietnameseText.load(Path.of(args[0]));
        String shown = args.length > 3 ? args[3] : "";
        System.out.printf("%-24s", "exact, per cent");
        for (int length : LENGTHS) {
            System.out.printf("%8d", length);
        }
        System.out.println();
        StringBuilder typed = new StringBuilder();
        for (Map.Entry<String, Function<String, byte[]>> way :
                Writings.all(engine).entrySet()) {
            System.out.printf("%-24s", way.getKey());
            for (int length : LENGTHS) {
                List<String> texts = Texts.cut(Path.of(args[1]), length, Integer.parseInt(args[2]), 42);
                System.out.printf(
                        "%8.2f",
                        exact(engine, way.getValue(), texts, way.getKey().equals(shown)));
                if (way.getKey().startsWith("viqr")) {
                    typed.append(
                            TypedMarks.measure(engine, way.getValue(), texts).line(way.getKey(), length));
                }
            }
            System.out.println();
        }
        System.out.print(typed);
    }

    private static double exact(VietnameseText engine, Function<String, byte[]> way, List<String> texts, boolean show) {
        int tried = 0;
        int right = 0;
        for (String raw : texts) {
            String text = Normalizer.normalize(raw, Form.NFC);
            byte[] bytes = way.apply(text);
            if (bytes.length == 0 || text.chars().allMatch(c -> c < 0x80)) {
                continue;
            }
            tried++;
            Conversion conversion = engine.convert(bytes, Evidence.none());
            if (conversion.text().equalsIgnoreCase(text)) {
                right++;
            } else if (show) {
                System.err.println(conversion.encoding().id() + "\n  " + text + "\n  " + conversion.text());
            }
        }
        return 100.0 * right / tried;
    }
}
