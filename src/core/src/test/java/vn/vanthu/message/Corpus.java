package vn.vanthu.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import vn.vanthu.testing.Golden;

/** The mails of {@code mails/}, and what becomes of them when someone meddles. */
final class Corpus {

    private static final String SYNTAX = "=?QB_<>(),;:\"\\@- \r\n\t\0\u00FF";

    private Corpus() {}

    static List<byte[]> mails() throws IOException {
        try (Stream<Path> files = Files.list(Golden.RESOURCES.resolve("message/mails"))) {
            return files.filter(file -> file.toString().endsWith(".eml"))
                    .sorted()
                    .map(Corpus::bytes)
                    .toList();
        }
    }

    /** The mail with some bytes changed; now and then some lines moved, cut off, or nothing but noise. */
    static byte[] mutated(byte[] mail, Random random) {
        byte[] message = mail.clone();
        int way = random.nextInt(20);
        if (way == 0) {
            random.nextBytes(message);
        } else if (way < 4 && mail.length > 2) {
            int cut = random.nextInt(mail.length);
            System.arraycopy(mail, 0, message, mail.length - cut, cut);
            System.arraycopy(mail, cut, message, 0, mail.length - cut);
        }
        for (int change = random.nextInt(20); change > 0 && message.length > 0; change--) {
            message[random.nextInt(message.length)] = (byte) SYNTAX.charAt(random.nextInt(SYNTAX.length()));
        }
        return message;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
