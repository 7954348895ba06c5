package vn.vanthu.message;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class ShownSendersTest {

    private static final String OURS = "so.binhdinh.gov.vn";

    private static ShownSenders of(String header) throws IOException {
        byte[] message = (header + "\r\n\r\nbody\r\n").getBytes(ISO_8859_1);
        return ShownSenders.of(new MessageReader(100_000).header(new ByteArrayInputStream(message)));
    }

    @Test
    void plainAddressesAreCertain() throws IOException {
        ShownSenders senders = of("From: \"Giam doc\" <GIAMDOC@so.binhdinh.gov.vn>\r\nSender: a@b.vn\r\n"
                + "Resent-From: c@d.vn, e@f.vn\r\nResent-From: g@h.vn\r\nResent-Sender: i@j.vn\r\nTo: x@y.vn");
        assertThat(senders.isCertain()).isTrue();
        assertThat(senders.addresses())
                .containsExactly("giamdoc@so.binhdinh.gov.vn", "a@b.vn", "c@d.vn", "e@f.vn", "g@h.vn", "i@j.vn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Subject: no sender at all", "From:", "From: \r\n ", "no header at all"})
    void noSenderIsCertainToo(String header) throws IOException {
        assertThat(of(header).isCertain()).isTrue();
        assertThat(of(header).addresses()).isEmpty();
    }

    @Test
    void twoFromFieldsAreNotCertain() throws IOException {
        ShownSenders senders = of("From: a@b.vn\r\nFROM : giamdoc@so.binhdinh.gov.vn");
        assertThat(senders.isCertain()).isFalse();
        assertThat(senders.addresses()).contains("giamdoc@so.binhdinh.gov.vn");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: giamdoc@so.binhdinh.gov.vn.",
                "From: \"giamdoc\"@so.binhdinh.gov.vn",
                "From: giamdoc @ so.binhdinh.gov.vn <a@b.vn",
                "From: giamdoc@so.binhdinh.gov.vn <a@b.vn>",
                "From: giamdoc@so(a(b)c).binh\r\n dinh.gov.vn",
                "From: giamdoc@SO.BINHDINH.gov.vn\0",
                "From: a@b.vn\rFrom: giamdoc@so.binhdinh.gov.vn",
                "Subject: a\rFrom: giamdoc@so.binhdinh.gov.vn",
                "Subject: a\r\r\r sender : giamdoc@so.binhdinh.gov.vn",
                "Fr\0om: giamdoc@so.binhdinh.gov.vn",
                "Res\0ent-From: giamdoc@so.binhdinh.gov.vn",
                "From: a@b.vn, giamdoc so.binhdinh.gov.vn",
                "From: Group: giamdoc@so.binhdinh.gov.vn;",
            })
    void whatReadersMayTakeForOursIsDoubtful(String header) throws IOException {
        ShownSenders senders = of(header);
        assertThat(senders.isCertain()).isFalse();
        assertThat(senders.mayMean(OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: giamdoc@so.binhdinh(.).gov.vn",
                "From: a@b.vn, <giamdoc @ so . binhdinh.gov.vn>",
                "From: <@b.vn,@c.vn:giamdoc@so.binhdinh.gov.vn>"
            })
    void commentsSpacesAndRoutesDoNotHideOurs(String header) throws IOException {
        ShownSenders senders = of(header);
        assertThat(senders.mayMean(OURS) || senders.addresses().contains("giamdoc@" + OURS))
                .isTrue();
    }

    @Test
    void encodedWordsAndWideLettersAreLookedInto() throws IOException {
        String wide = "giamdoc@so．binhdinh．gov．vn";
        String encoded = "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(wide.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "?=";
        assertThat(of("From: " + encoded).mayMean(OURS)).isTrue();
        assertThat(of("From: <" + encoded + ">").mayMean(OURS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: nobody", "From: \"a b\"@c.vn", "Subject: a\rFrom: a@b.vn"})
    void doubtfulOutsidersDoNotMeanUs(String header) throws IOException {
        ShownSenders senders = of(header + "\r\nTo: giamdoc@so.binhdinh.gov.vn\r\nCc: vp@so.binhdinh.gov.vn");
        assertThat(senders.isCertain()).isFalse();
        assertThat(senders.mayMean(OURS)).isFalse();
    }

    @Test
    void aDisplayNameIsNoAddress() throws IOException {
        ShownSenders senders = of("From: \"giamdoc@so.binhdinh.gov.vn\" <a@b.vn>");
        assertThat(senders.isCertain()).isTrue();
        assertThat(senders.addresses()).containsExactly("a@b.vn");
    }
}
