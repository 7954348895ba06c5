package vn.vanthu.benchmark.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.text.VietnameseText;

/** Every invented document goes through the real reader; the shares of right fields stay above what was promised. */
final class DocumentAccuracyTest {

    @Test
    void filesWithTextAreUnderstood(@TempDir Path folder) throws IOException {
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), folder)) {
            DocumentAccuracy.Measured measured = DocumentAccuracy.measure(
                    contents, List.of("seen", "aside", "other"), List.of(Rendering.PDF, Rendering.DOCX), "");

            measured.scores.forEach((rendering, score) -> {
                assertThat(score.asked()).isGreaterThanOrEqualTo(60);
                for (Score.Question question : Score.Question.values()) {
                    assertThat(score.share(question))
                            .as("%s, %s: %s", rendering, question.label, score.mistakes())
                            .isGreaterThanOrEqualTo(question.target);
                }
            });
            assertThat(measured.scores).hasSize(2);
            assertThat(measured.mistaken).isEmpty();
        }
    }
}
