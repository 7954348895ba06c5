package vn.vanthu.server.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import javax.mail.Flags;
import org.apache.james.mailbox.MessageUid;
import org.apache.james.mailbox.model.SearchQuery;
import org.apache.james.mailbox.model.SearchQuery.UidRange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** A mailbox of 100 mails: each seventh is about an invitation, each fifth speaks of a budget. */
class PagedSearchTest {

    private static final int MAILS = 100;

    private JamesStore store;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        store = JamesStore.in(folder);
        for (int i = 1; i <= MAILS; i++) {
            store.append(
                    "Subject: " + (i % 7 == 0 ? "Giay moi" : "Thu khac")
                            + "\r\nContent-Type: text/plain; charset=utf-8",
                    i % 5 == 0 ? "Dự toán ngân sách" : "Chào anh",
                    Instant.now());
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void findsSubjectsAndTextOnEveryPageByUid() throws Exception {
        assertThat(found(SearchQuery.subject("Giay moi"))).isEqualTo(each(7));
        assertThat(found(SearchQuery.bodyContains("ngân sách"))).isEqualTo(each(5));
        assertThat(found(SearchQuery.subject("Giay moi"), SearchQuery.bodyContains("ngân sách")))
                .isEqualTo(each(35));
        assertThat(found(SearchQuery.not(SearchQuery.bodyContains("Chào anh")))).isEqualTo(each(5));
    }

    @Test
    void staysWithinTheUidsThatAreAskedFor() throws Exception {
        SearchQuery.Criterion some = SearchQuery.uid(
                new UidRange(MessageUid.of(20), MessageUid.of(30)),
                new UidRange(MessageUid.of(90), MessageUid.MAX_VALUE));

        List<Long> expected = LongStream.concat(LongStream.rangeClosed(20, 30), LongStream.rangeClosed(90, MAILS))
                .boxed()
                .toList();
        assertThat(found(some)).isEqualTo(expected);
        assertThat(found(some, SearchQuery.bodyContains("ngân sách")))
                .isEqualTo(expected.stream().filter(uid -> uid % 5 == 0).toList());
    }

    @Test
    void findsAllAndNone() throws Exception {
        assertThat(found(SearchQuery.all())).isEqualTo(each(1));
        assertThat(found(SearchQuery.flagIsSet(Flags.Flag.FLAGGED))).isEmpty();
        assertThat(found(SearchQuery.uid(new UidRange(MessageUid.of(500))))).isEmpty();
    }

    private static List<Long> each(int step) {
        return LongStream.rangeClosed(1, MAILS)
                .filter(uid -> uid % step == 0)
                .boxed()
                .toList();
    }

    private List<Long> found(SearchQuery.Criterion... criteria) throws Exception {
        return Flux.from(store.inbox().search(SearchQuery.of(criteria), store.session()))
                .map(MessageUid::asLong)
                .collectList()
                .block();
    }
}
