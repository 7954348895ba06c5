package vn.vanthu.server.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The mails that failed by themselves, where James keeps them: {@code mail/error} in the data folder. */
final class ErrorRepository {

    private static final String OBJECT = ".FileObjectStore";

    private ErrorRepository() {}

    static long size(Path data) throws IOException {
        Path folder = data.resolve("mail/error");
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(OBJECT)).count();
        }
    }
}
