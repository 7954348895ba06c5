package vn.vanthu.james.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LoginGuardTest {

    private static final String LOGIN = "vanthu@so.vn";
    private static final String HOME = "192.0.2.1";
    private static final String ELSEWHERE = "198.51.100.7";

    private final Hands clock = new Hands();
    private final LoginGuard guard = new LoginGuard(
            new LoginGuard.Limits(5, 20, Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofSeconds(2)), clock);

    /** A clock that stands until it is moved. */
    private static final class Hands extends Clock {
        private Instant now = Instant.parse("2026-11-23T01:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private void fail(int times, String login, String address) {
        for (int i = 0; i < times; i++) {
            guard.failed(login, address);
        }
    }

    @Test
    void twoMistakesCostNothingTheThirdAWait() {
        fail(2, LOGIN, HOME);
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
        fail(1, LOGIN, HOME);
        assertThat(guard.mayTry(LOGIN, HOME)).isFalse();
        clock.move(Duration.ofSeconds(2));
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }

    @Test
    void atTheLimitTheLockLasts() {
        fail(5, LOGIN, HOME);
        clock.move(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(guard.mayTry(LOGIN, HOME)).isFalse();
        clock.move(Duration.ofSeconds(1));
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }

    @Test
    void aGuesserElsewhereDoesNotLockTheOwnerOut() {
        fail(5, LOGIN, ELSEWHERE);
        assertThat(guard.mayTry(LOGIN, ELSEWHERE)).isFalse();
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }

    @Test
    void oneAddressThatTriesManyLoginsIsLocked() {
        for (int i = 0; i < 20; i++) {
            guard.failed("person" + i + "@so.vn", ELSEWHERE);
        }
        assertThat(guard.mayTry(LOGIN, ELSEWHERE)).isFalse();
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }

    @Test
    void oneLoginTriedFromManyAddressesIsLocked() {
        for (int i = 0; i < 20; i++) {
            guard.failed(LOGIN, "198.51.100." + i);
        }
        assertThat(guard.mayTry(LOGIN, HOME)).isFalse();
    }

    @Test
    void aSuccessClearsItsOwnCount() {
        fail(2, LOGIN, HOME);
        guard.succeeded(LOGIN, HOME);
        fail(2, LOGIN, HOME);
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }

    @Test
    void oldMistakesAreForgotten() {
        fail(2, LOGIN, HOME);
        clock.move(Duration.ofMinutes(11));
        fail(1, LOGIN, HOME);
        assertThat(guard.mayTry(LOGIN, HOME)).isTrue();
    }
}
