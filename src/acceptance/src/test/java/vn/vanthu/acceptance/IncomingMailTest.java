package vn.vanthu.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import vn.vanthu.acceptance.harness.Letter;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.RegisterReader.Row;
import vn.vanthu.acceptance.harness.SharedOffice;

/** With the embedded databases. */
@ExtendWith(SharedOffice.class)
class IncomingMailTest extends IncomingMail {

    IncomingMailTest(Office office) {
        super(office);
    }

    /** Each needs several times its size while it is read, and the gateway of the tests has 512 MB. */
    @Test
    void largeTextsAtOnceDoNotUseTheMemoryUp() throws Exception {
        List<Letter> letters = IntStream.range(0, 4)
                .mapToObj(i -> Letter.fromOutside("Số liệu " + i).grownBy(20 * 1024 * 1024))
                .toList();
        ExecutorService senders = Executors.newFixedThreadPool(letters.size());
        try {
            List<Future<String>> answers = letters.stream()
                    .map(letter -> senders.submit(() -> office.receive(letter, "chuyenvien2")))
                    .toList();
            for (Future<String> answer : answers) {
                assertThat(answer.get()).startsWith("250");
            }
        } finally {
            senders.shutdown();
        }
        for (Letter letter : letters) {
            Row row = office.register().settledFrom(letter.sender());
            assertThat(office.mailIn("chuyenvien2", row.id())).isNotEmpty();
        }
    }
}
