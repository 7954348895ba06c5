package vn.vanthu.benchmark.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.List;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.Evidence;
import vn.vanthu.text.VietnameseText;

/**
 * How often 50 Vietnamese characters come back exactly that stand in 400 English ones, on a line of their own or not.
 *
 * <pre>MixedMail MODEL-FOLDER|- FOLDER-OF-VIETNAMESE-TEXTS ENGLISH-FILE</pre>
 */
public final class MixedMail {

    private MixedMail() {}

    public static void main(String[] args) throws IOException {
        VietnameseText engine = args[0].equals("-") ? VietnameseText.load() : VietnameseText.load(Path.of(args[0]));
        List<String> vietnamese = Texts.cut(Path.of(args[1]), 50, 200, 3);
        List<String> english = Texts.cutFile(Path.of(args[2]), 200, 1000, 5);
        for (Encoding encoding :
                List.of(Encoding.TCVN3, Encoding.VNI_WIN, Encoding.VISCII, Encoding.VPS, Encoding.CP1258)) {
            for (String seam : List.of("\n", " ")) {
                System.out.printf(
                        "%-10s %-8s %6.2f %%%n",
                        encoding.id(),
                        seam.equals("\n") ? "line" : "inline",
                        measure(engine, encoding, seam, vietnamese, english));
            }
        }
    }

    private static double measure(
            VietnameseText engine, Encoding encoding, String seam, List<String> vietnamese, List<String> english) {
        int right = 0;
        int tried = 0;
        for (int i = 0; i < vietnamese.size(); i++) {
            String line = Normalizer.normalize(vietnamese.get(i), Form.NFC);
            byte[] bytes = engine.encode(line, encoding);
            if (!engine.decode(bytes, encoding).text().equalsIgnoreCase(line)
                    || line.chars().allMatch(c -> c < 0x80)) {
                continue;
            }
            String before = english.get(2 * i % english.size()).replaceAll("[^\\x00-\\x7F]", "") + seam;
            String after = seam + english.get((2 * i + 1) % english.size()).replaceAll("[^\\x00-\\x7F]", "");
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            mail.writeBytes(Writings.utf8(before));
            mail.writeBytes(bytes);
            mail.writeBytes(Writings.utf8(after));
            tried++;
            right += engine.convert(mail.toByteArray(), Evidence.none()).text().equalsIgnoreCase(before + line + after)
                    ? 1
                    : 0;
        }
        return 100.0 * right / tried;
    }
}
