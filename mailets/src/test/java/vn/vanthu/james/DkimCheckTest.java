package vn.vanthu.james;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.TempFailException;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStream;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.james.server.core.MimeMessageWrapper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature counts when it covers what people read, and counts on after this gateway has marked the mail. */
@SuppressWarnings("NullAway")
class DkimCheckTest {

    private static final String HEADER = "From: so@tinh.example\r\nSubject: Giay moi\r\n\r\n";
    private static final String BODY = "Kinh moi  du hop.  \r\nTran trong.\r\n";

    private static DkimKey key;
    private static DkimCheck check;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(1024);
        KeyPair pair = generator.generateKeyPair();
        key = new DkimKey("tinh.example", "s", pair.getPrivate());
        check = new DkimCheck((method, selector, domain) -> List.of(key.published()), new DkimCheck.AuthServId("mx"));
    }

    private static String signed(String body, String canonicalization, String more) throws Exception {
        String template = "v=1; a=rsa-sha256; c=relaxed/" + canonicalization
                + "; d=tinh.example; s=s; h=from:subject; bh=; b=;" + more;
        String signature = new DKIMSigner(template, key.privateKey())
                .sign(new ByteArrayInputStream((HEADER + body).getBytes(ISO_8859_1)));
        return signature + "\r\n" + HEADER;
    }

    private static DkimCheck.Result result(String message) {
        return check.check(message.getBytes(ISO_8859_1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "relaxed"})
    void whatWasAppendedBehindASignedPartIsNotAuthentic(String canonicalization) throws Exception {
        int length = canonicalization.equals("simple") ? BODY.length() : BODY.length() - 3;
        String header = signed(BODY, canonicalization, " l=" + length + ";");
        assertThat(result(header + BODY).result()).isEqualTo("pass");
        assertThat(result(header + BODY + "\r\n\r\n").result()).isEqualTo("pass");
        DkimCheck.Result appended = result(header + BODY + "So tai khoan moi: 123\r\n");
        assertThat(appended.result()).isEqualTo("policy");
        assertThat(appended.domains()).isEmpty();
    }

    @Test
    void aSignatureOverTheWholeTextPassesAndBreaksWithIt() throws Exception {
        String header = signed(BODY, "relaxed", "");
        assertThat(result(header + BODY)).isEqualTo(new DkimCheck.Result("pass", List.of("tinh.example")));
        assertThat(result(header + BODY + "Them\r\n").result()).isEqualTo("fail");
        assertThat(result(HEADER + BODY).result()).isEqualTo("none");
    }

    @Test
    void whoSignsAHundredTimesIsAskedAboutAFewTimesOnly() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        DkimCheck counting = new DkimCheck(
                (method, selector, domain) -> {
                    questions.incrementAndGet();
                    return List.of(key.published());
                },
                new DkimCheck.AuthServId("mx"));
        String broken = signed(BODY, "relaxed", "").replace(HEADER, "");
        String message = broken.repeat(100) + HEADER + BODY + "Them\r\n";
        assertThat(counting.check(message.getBytes(ISO_8859_1)).result()).isEqualTo("fail");
        assertThat(questions.get()).isLessThan(10);
    }

    @Test
    void aSignatureOfAnotherWhoseKeyIsNotToBeHadHidesNothing() throws Exception {
        DkimCheck withDead = new DkimCheck(
                (method, selector, domain) -> {
                    if (domain.toString().equals("kexau.example")) {
                        throw new TempFailException("no name server answers");
                    }
                    return List.of(key.published());
                },
                new DkimCheck.AuthServId("mx"));
        String broken = signed(BODY, "relaxed", "");
        String message = broken.replace("d=tinh.example", "d=kexau.example")
                        .lines()
                        .findFirst()
                        .orElseThrow() + "\r\n" + broken + BODY + "Them\r\n";
        byte[] bytes = message.getBytes(ISO_8859_1);
        assertThat(DkimCheck.claimed(bytes)).containsExactly("kexau.example", "tinh.example");
        assertThat(withDead.check(bytes, "tinh.example"::equals)).isEqualTo(new DkimCheck.Result("fail", List.of()));
        assertThat(withDead.check(bytes))
                .isEqualTo(new DkimCheck.Result("temperror", List.of(), List.of("kexau.example")));
    }

    @Test
    void theMarkInTheSubjectDoesNotBreakWhatWasProvedBefore() throws Exception {
        MailImpl mail = mail(signed(BODY, "relaxed", "") + BODY);
        mail.getMessage().addHeader(MailIds.HEADER, "x");
        MailIds.assign(mail);
        new SubjectMark(check, new Originals(folder)).put(mail, "[Ngoài cơ quan]", "outside");

        byte[] marked = bytes(mail);
        assertThat(check.check(marked).result()).isEqualTo("fail");
        assertThat(check.first(mail, marked)).isEqualTo(new DkimCheck.Result("pass", List.of("tinh.example")));
        assertThat(mail.getMessage().getHeader("Authentication-Results"))
                .containsExactly("mx; dkim=pass header.d=tinh.example");
    }

    private static MailImpl mail(String content) throws Exception {
        MimeMessageInputStreamSource source =
                MimeMessageInputStreamSource.create("mail-2", new ByteArrayInputStream(content.getBytes(ISO_8859_1)));
        return MailImpl.builder()
                .name("Mail1700000000000-0b21cd62-5d16-4d3c-a2ab-65b9e4a1b3f1")
                .sender("so@tinh.example")
                .addRecipient("vp@songoaivu.example")
                .mimeMessage(new MimeMessageWrapper(source))
                .build();
    }

    private static byte[] bytes(MailImpl mail) throws Exception {
        try (InputStream in = new MimeMessageInputStream(mail.getMessage())) {
            return in.readAllBytes();
        }
    }
}
