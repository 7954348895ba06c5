package vn.vanthu.acceptance.campaign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Mails made from the project's fixtures by chance: the same number gives the same mail. */
final class Mutations {

    private static final int MOST_CHANGES = 6;
    private static final int LARGEST = 400_000;
    private static final List<String> TOKENS = List.of(
            "\r\n",
            "\r\n\r\n",
            "--",
            "\u0000",
            "=?utf-8?B?",
            "?=",
            "=",
            "\u00FF\u00FE",
            "Content-Type: multipart/mixed; boundary=x\r\n",
            "Content-Type: text/html; charset=utf-16\r\n",
            "Content-Type: message/rfc822\r\n",
            "Content-Transfer-Encoding: base64\r\n",
            "Content-Transfer-Encoding: quoted-printable\r\n",
            "Subject: ",
            "From: ",
            "<a@b>, \"c\" <d@e>:;",
            "&#x110000;&#7871;",
            "\r\n--x\r\n",
            "\r\n--x--\r\n",
            "\t",
            "<table><td>");

    private final List<byte[]> seeds;
    private final long seed;

    private Mutations(List<byte[]> seeds, long seed) {
        this.seeds = seeds;
        this.seed = seed;
    }

    /** Of every {@code .eml} file below the folders. */
    static Mutations of(long seed, Path... folders) throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".eml"))
                        .sorted()
                        .toList()) {
                    seeds.add(asSent(Files.readAllBytes(file)));
                }
            }
        }
        if (seeds.isEmpty()) {
            throw new IOException("no .eml file below " + List.of(folders));
        }
        return new Mutations(seeds, seed);
    }

    /** Files may end their lines with LF alone, which SMTP refuses; what comes after would never be tried. */
    private static byte[] asSent(byte[] file) {
        return new String(file, ISO_8859_1).replaceAll("\r?\n", "\r\n").getBytes(ISO_8859_1);
    }

    byte[] mail(int number) {
        Random random = new Random(seed * 1_000_003 + number);
        String mail = new String(seeds.get(random.nextInt(seeds.size())), ISO_8859_1);
        for (int i = 1 + random.nextInt(MOST_CHANGES); i > 0; i--) {
            mail = changed(mail, random);
        }
        return mail.substring(0, Math.min(mail.length(), LARGEST)).getBytes(ISO_8859_1);
    }

    private String changed(String mail, Random random) {
        int at = random.nextInt(mail.length() + 1);
        int end = Math.min(mail.length(), at + random.nextInt(60));
        String before = mail.substring(0, at);
        String after = mail.substring(at);
        return switch (random.nextInt(8)) {
            case 0 -> before + (char) random.nextInt(256) + after;
            case 1 -> before + mail.substring(end);
            case 2 -> before + TOKENS.get(random.nextInt(TOKENS.size())) + after;
            case 3 -> before + mail.substring(at, end).repeat(1 + random.nextInt(50)) + after;
            case 4 -> before;
            case 5 -> before + new String(seeds.get(random.nextInt(seeds.size())), ISO_8859_1) + after;
            case 6 ->
                mail.replace(
                        mail.substring(at, Math.min(mail.length(), at + 2)), TOKENS.get(random.nextInt(TOKENS.size())));
            default -> before + mail.substring(at, end).toUpperCase(java.util.Locale.ROOT) + mail.substring(end);
        };
    }
}
