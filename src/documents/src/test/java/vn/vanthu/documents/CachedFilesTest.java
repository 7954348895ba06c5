package vn.vanthu.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachedFilesTest {

    private static final FoundFile FILE =
            new FoundFile("2", "a.pdf", "application/pdf", false, false, 1, Path.of("a"), "00");
    private static final Budget WHOLE = Budget.of(Limits.USUAL);

    private final AtomicInteger readings = new AtomicInteger();

    private CachedFiles cacheOver(String unread) {
        return new CachedFiles((file, budget) -> {
            readings.incrementAndGet();
            return List.of(Parts.none(file, "application/pdf", unread));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {UnreadReason.TIME_OUT, UnreadReason.BROKEN, UnreadReason.NO_OCR, UnreadReason.NOTHING})
    void aFileIsReadOnceForAllRules(String unread) throws IOException {
        CachedFiles files = cacheOver(unread);
        for (int rule = 0; rule < 3; rule++) {
            assertThat(files.read(FILE, WHOLE).get(0).unread()).isEqualTo(unread);
        }
        assertThat(readings).hasValue(1);
    }

    @Test
    void aFileThatOtherFilesLeftNoTimeIsReadAgain() throws IOException {
        CachedFiles files = cacheOver(UnreadReason.TIME_OUT);
        Budget rest = Budget.left(Limits.USUAL, 1, 1, Duration.ofSeconds(1).toMillis());
        files.read(FILE, rest);
        files.read(FILE, WHOLE);
        files.read(FILE, WHOLE);
        assertThat(readings).hasValue(2);
    }
}
