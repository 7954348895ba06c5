package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigurationChangesTest {

    @Test
    void showsTheLinesThatDifferWithOneOfThoseAround() {
        assertThat(ConfigurationChanges.difference("a\nb\nc\nd\ne\n", "a\nb\nx\nd\ne\n"))
                .containsExactly("@@ -2,3 +2,3 @@", " b", "-c", "+x", " d");
    }
}
