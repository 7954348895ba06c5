package vn.vanthu.benchmark.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.register.book.DocumentTypes;
import vn.vanthu.text.VietnameseText;

/** Every invented document goes through the real reader; the shares of right fields stay above what was promised. */
final class DocumentAccuracyTest {

    /** What Điều 3 of the regulation calls by their use: no document bears these as its title. */
    private static final Set<String> NAMED_BY_USE =
            Set.of("Biểu mẫu đính kèm", "Tài liệu phục vụ hội họp", "Văn bản gửi để biết, để báo cáo");

    @Test
    void everyTypeOfTheLawIsAmongThem() {
        Set<String> described = Stream.of("seen", "aside", "fresh", "later")
                .flatMap(set -> Described.set(set + ".txt").stream())
                .map(document -> document.text("type"))
                .collect(Collectors.toSet());
        assertThat(described)
                .containsAll(DocumentTypes.ofTheLaw().names().values().stream()
                        .map(DocumentTypes.Type::name)
                        .filter(type -> !NAMED_BY_USE.contains(type))
                        .toList());
    }

    @Test
    void filesWithTextAreUnderstood(@TempDir Path folder) throws IOException {
        try (MessageContents contents = MessageContents.of(VietnameseText.load(), folder)) {
            DocumentAccuracy.Measured measured = DocumentAccuracy.measure(
                    contents,
                    List.of("seen", "aside", "fresh", "later", "other"),
                    List.of(Rendering.PDF, Rendering.DOCX),
                    "");

            measured.scores.forEach((rendering, score) -> {
                assertThat(score.asked()).isGreaterThanOrEqualTo(100);
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
