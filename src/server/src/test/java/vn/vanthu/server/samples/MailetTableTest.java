package vn.vanthu.server.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MailetTableTest {

    @Test
    void theReadmeNamesEveryMailetAndItsParameters() throws IOException {
        assertThat(MailetTable.missing()).isEmpty();
    }

    @Test
    void everyMailetHasASampleToPaste() throws IOException {
        assertThat(MailetSource.all()).hasSizeGreaterThan(5).allSatisfy(mailet -> assertThat(mailet.samples())
                .as(mailet.name())
                .isNotEmpty());
    }
}
