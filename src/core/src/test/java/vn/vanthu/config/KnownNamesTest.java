package vn.vanthu.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class KnownNamesTest {

    @Test
    void aMistypedParameterIsToldWithTheOneThatWasMeant() {
        Problems problems = new Problems("conf/mailetcontainer.xml");
        KnownNames.of("processor", "limit").check("mailet LimitSender", List.of("LIMTI", "processor", "xyz"), problems);
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "conf/mailetcontainer.xml: mailet LimitSender: LIMTI: found 'LIMTI'; allowed: processor, limit;"
                                + " did you mean 'limit'?",
                        "conf/mailetcontainer.xml: mailet LimitSender: xyz: found 'xyz'; allowed: processor, limit");
    }

    @Test
    void nearIsAFewMistakesOnly() {
        List<String> known = List.of("vanthu.timezone", "vanthu.hostname");
        assertThat(NearestName.of("vanthu.tiemzone", known)).contains("vanthu.timezone");
        assertThat(NearestName.of("vanthu.hostnames", known)).contains("vanthu.hostname");
        assertThat(NearestName.of("vanthu.archive", known)).isEmpty();
        assertThat(NearestName.of("", known)).isEmpty();
    }

    @Test
    void whatWasFoundIsShownOnOneShortLine() {
        Problems problems = new Problems("f");
        problems.add("k", "a\r\n\u202Eb" + "\uD83D\uDE00".repeat(500), "c");
        assertThat(problems.list().get(0).found())
                .startsWith("a b")
                .endsWith("\uD83D\uDE00...")
                .hasSizeLessThan(300);
    }
}
