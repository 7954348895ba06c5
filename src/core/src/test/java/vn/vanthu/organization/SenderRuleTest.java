package vn.vanthu.organization;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class SenderRuleTest {

    private static final String DOMAIN = "@songoaivu.binhdinh.gov.vn";
    private static final String STAFF = "chuyenvien1" + DOMAIN;

    private final SenderRule rule;

    SenderRuleTest() throws ConfigurationException {
        rule = new SenderRule(
                OrganizationFile.load(Golden.CONF.resolve("organization.xml")), LocalDate.of(2026, 11, 23));
    }

    private static MessageView header(String fields) throws IOException {
        return new MessageReader(100_000).header(new ByteArrayInputStream((fields + "\r\n\r\n").getBytes(UTF_8)));
    }

    private static String word(String text) {
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(text.getBytes(UTF_8)) + "?=";
    }

    private String named(String login, String name, String mailbox) throws IOException {
        return rule.fromLogin(login + DOMAIN, header("From: " + word(name) + " <" + mailbox + DOMAIN + ">"))
                .reason()
                .code();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đặng Chuyên Viên",
                "Dang Chuyen Vien",
                "Chuyên Viên Đặng",
                "Đặng Chuyên Viên (Phòng Lễ tân)",
                "Đặng Chuyên Viên - Sở Ngoại vụ tỉnh Bình Định",
                "Chuyên viên",
                "chuyenvien1@songoaivu.binhdinh.gov.vn",
                "Phòng Lễ tân",
                "Viên"
            })
    void oneIsCalledByOnesOwnName(String name) throws IOException {
        assertThat(named("chuyenvien1", name, "chuyenvien1")).isEqualTo("sender-verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Giám Đốc",
                "NGUYEN GIAM DOC",
                "Giám Đốc Nguyễn",
                "Nguyễn Gi\u0430m Đốc",
                "Nguyễn\u200B Giám Ðốc",
                "Giám đốc",
                "Phó Giám đốc Sở",
                "G\u0406ÁM ĐỐC",
                "Đặng Chuyên Viên - Giám đốc",
                "Sở Ngoại vụ tỉnh Bình Định",
                "So Ngoai vu Binh Dinh",
                "Bình Định - Ngoại vụ Sở",
                "SoNgoaiVu",
                "S ở N g o ạ i v ụ",
                "S\u1EDF Ng\u03BF\u1EA1i v\u1EE5",
                "Department of Foreign Affairs of Binh Dinh",
                "Phòng Lãnh sự",
                "Đặng Chuyên Viên, Phòng Lãnh sự",
                "Trưởng phòng Lễ tân",
                "Lãnh đạo Sở",
                "giamdoc@songoaivu.binhdinh.gov.vn",
                "giamdoc\uFF20songoaivu.binhdinh.gov.vn",
                "Đặng Chuyên Viên\u202E",
                "\u202Aneiv neyuhC gnaD",
                "\uD835\uDC06i\uD835\uDC1Am đốc",
            })
    void nobodyIsCalledByAnothersName(String name) throws IOException {
        assertThat(named("chuyenvien1", name, "chuyenvien1")).isEqualTo("sender-name-not-yours");
    }

    @Test
    void whoLooksAfterAMailboxMayShowItsName() throws IOException {
        assertThat(named("vanthu", "Sở Ngoại vụ tỉnh Bình Định", "vp")).isEqualTo("sender-verified");
        assertThat(named("vanthu", "Nguyễn Giám Đốc", "vp")).isEqualTo("sender-name-not-yours");
        assertThat(named("chuyenvien1", "Phòng Lễ tân - Sở Ngoại vụ", "letan")).isEqualTo("sender-verified");
        assertThat(named("chuyenvien1", "Phòng Lãnh sự - Sở Ngoại vụ", "letan")).isEqualTo("sender-name-not-yours");
        assertThat(named("chuyenvien1", "Sở Ngoại vụ", "letan")).isEqualTo("sender-name-not-yours");
        assertThat(named("giamdoc", "Nguyễn Giám Đốc - Giám đốc Sở Ngoại vụ", "giamdoc"))
                .isEqualTo("sender-verified");
        assertThat(named("phogiamdoc", "Giám đốc", "phogiamdoc")).isEqualTo("sender-name-not-yours");
        assertThat(named("truongphong.letan", "Hoàng Lễ Tân, Trưởng phòng Lễ tân", "truongphong.letan"))
                .isEqualTo("sender-verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Reply-To: giamdoc@songoaivu.binhdinh.gov.vn",
                "Reply-To: chuyenvien1@gmail.com",
                "Resent-Reply-To: chuyenvien2@songoaivu.binhdinh.gov.vn",
            })
    void answersComeBackToTheLogin(String field) throws IOException {
        assertThat(rule.fromLogin(STAFF, header("From: " + STAFF + "\r\n" + field))
                        .reason()
                        .code())
                .isEqualTo("reply-to-not-yours");
        assertThat(rule.fromLogin(STAFF, header("From: " + STAFF + "\r\nReply-To: letan" + DOMAIN))
                        .reason()
                        .code())
                .isEqualTo("sender-verified");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Giám Đốc <giamdoc.songoaivu@gmail.com>",
                "NGUYEN GIAM DOC <x@evil.example>",
                "Sở Ngoại vụ Bình Định <thongbao@evil.example>",
                "\"giamdoc@songoaivu.binhdinh.gov.vn\" <x@evil.example>",
                "x@songoaivu-binhdinh.gov.vn",
                "x@songoaivu.binhdinh.g0v.vn",
                "x@xn--songoivu-56g.binhdinh.gov.vn",
                "x@songoaivubinhdinh.com",
                "x@songoaivu.binhdinh.gov.vn.evil.example",
                "Sở Ngoại vụ <vp@sngv.example>"
            })
    void anOutsideSenderWhoLooksLikeUsIsMarked(String from) throws IOException {
        assertThat(rule.fromOutside(header("From: " + from), false).reason().code())
                .isEqualTo(SenderRule.OUTSIDE_LOOKS_INSIDE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nguyễn Văn A - Giám đốc Công ty ABC <a@abc.example>",
                "Sở Ngoại vụ tỉnh Quảng Ngãi <vp@songoaivu.quangngai.gov.vn>",
                "Sở Ngoại vụ TP. Đà Nẵng <vp@danang.example>",
                "UBND tỉnh Bình Định <vp@binhdinh.gov.vn>",
                "Sở Nội vụ <vanthu@sonoivu.example>",
                "newsletter@foreignaffairs.example"
            })
    void othersAreNotMarked(String from) throws IOException {
        assertThat(rule.fromOutside(header("From: " + from), false).reason().code())
                .isEqualTo("sender-verified");
    }

    @Test
    void onlyOurOwnSignatureBringsOurAddressBack() throws IOException {
        MessageView ours = header("From: vanthu" + DOMAIN + "\r\nSender: list@groups.example");
        assertThat(rule.fromOutside(ours, false).reason().code()).isEqualTo("inside-sender-without-login");
        assertThat(rule.fromOutside(ours, true).reason().code()).isEqualTo(SenderRule.BACK_THROUGH_LIST);
        MessageView twice = header("From: vanthu" + DOMAIN + "\r\nFrom: giamdoc" + DOMAIN);
        assertThat(rule.fromOutside(twice, true).reason().code()).isEqualTo("inside-sender-without-login");
    }

    @Test
    void theGatewayItselfSpeaksFromItsServiceAddressesOnly() throws IOException {
        assertThat(rule.fromGateway("", header("From: vanthu-he-thong" + DOMAIN))
                        .reason()
                        .code())
                .isEqualTo("sender-verified");
        assertThat(rule.fromGateway("", header("From: giamdoc" + DOMAIN))
                        .reason()
                        .code())
                .isEqualTo("inside-sender-without-login");
        assertThat(rule.fromGateway("giamdoc" + DOMAIN, header("From: a@b.example"))
                        .reason()
                        .code())
                .isEqualTo("inside-sender-without-login");
    }
}
