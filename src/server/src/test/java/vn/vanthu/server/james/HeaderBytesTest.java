package vn.vanthu.server.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.james.server.core.InternetHeadersInputStream;
import org.junit.jupiter.api.Test;

/** Our class of this name stands before James's, which writes '?' for every byte above 127. */
class HeaderBytesTest {

    private static String written(String... lines) throws Exception {
        try (InputStream in = new InternetHeadersInputStream(Collections.enumeration(List.of(lines)))) {
            return new String(in.readAllBytes(), ISO_8859_1);
        }
    }

    @Test
    void everyByteComesBack() throws Exception {
        StringBuilder bytes = new StringBuilder("Subject: ");
        for (char each = 128; each < 256; each++) {
            bytes.append(each);
        }
        assertThat(written("From: a@b.vn", bytes.toString())).isEqualTo("From: a@b.vn\r\n" + bytes + "\r\n\r\n");
    }

    @Test
    void foldedLinesStayFoldedAndNothingStaysNothing() throws Exception {
        assertThat(written("Subject: a\r\n\tb")).isEqualTo("Subject: a\r\n\tb\r\n\r\n");
        assertThat(written()).isEmpty();
    }
}
