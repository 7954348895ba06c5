package vn.vanthu.spam.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LearnerTest {

    private static Lesson lesson(int number, int tokens) {
        int[] places = IntStream.range(1, tokens + 1)
                .map(i -> i * (TokenSet.PLACES / (tokens + 1)))
                .toArray();
        return new Lesson("k" + number, number % 2 == 0 ? Kind.HAM : Kind.SPAM, "vanthu", Instant.EPOCH, 1, places);
    }

    @Test
    void theOldestLessonsGoWhenThereAreTooManyOrTheyAreTooLong() {
        Learner learner = new Learner();
        List<Lesson> longest = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            longest.add(lesson(i, TokenSet.MOST));
        }
        learner.learn(longest);
        long bytes = learner.lessons().stream().mapToLong(Lesson::bytes).sum();
        assertThat(bytes).isBetween(20_000_000L, 24_000_000L);
        assertThat(learner.has("k0")).isFalse();
        assertThat(learner.has("k2999")).isTrue();
        assertThat(learner.counts().ham() + learner.counts().spam())
                .isEqualTo(learner.lessons().size());
        assertThat(learner.vote(new int[] {1, 2, 3})).isPresent();
    }
}
