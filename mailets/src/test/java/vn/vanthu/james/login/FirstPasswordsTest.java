package vn.vanthu.james.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPasswordsTest {

    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");

    @TempDir
    Path folder = Path.of("");

    private FirstPasswords passwords() {
        return new FirstPasswords(folder.resolve("first-passwords"));
    }

    @Test
    void serveForADayFromTheFirstLoginAlsoOverARestart() {
        passwords().made("a@so.vn", NOW);
        Instant login = NOW.plus(Duration.ofDays(5));
        assertThat(passwords().isUsedUp("a@so.vn", login)).isFalse();
        assertThat(passwords().isUsedUp("a@so.vn", login.plus(Duration.ofHours(23))))
                .isFalse();
        assertThat(passwords().isUsedUp("a@so.vn", login.plus(Duration.ofHours(24))))
                .isTrue();
    }

    @Test
    void aMonthUnusedIsTheEnd() {
        passwords().made("a@so.vn", NOW);
        assertThat(passwords().isUsedUp("a@so.vn", NOW.plus(Duration.ofDays(30))))
                .isTrue();
    }

    @Test
    void whoTypedHisOwnKeepsItAndOthersAreNotConcerned() {
        passwords().made("a@so.vn", NOW);
        passwords().changed("a@so.vn");
        assertThat(passwords().isUsedUp("a@so.vn", NOW.plus(Duration.ofDays(400))))
                .isFalse();
        assertThat(passwords().isUsedUp("b@so.vn", NOW)).isFalse();
    }
}
