package vn.vanthu.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.MessageReader;
import vn.vanthu.message.MessageView;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class SpeaksForAgencyTest {

    private static final String STAFF = "chuyenvien1@songoaivu.binhdinh.gov.vn";
    private static final String AGENCY = "vp@songoaivu.binhdinh.gov.vn";
    private static final String OUTSIDE = "khach@congty.example";

    private final Organization organization;
    private SpeaksForAgency.Mailboxes mailboxes = SpeaksForAgency.Mailboxes.OFFICIAL;

    SpeaksForAgencyTest() throws ConfigurationException {
        organization = OrganizationFile.load(Golden.CONF.resolve("organization.xml"));
    }

    private static ReadPart part(boolean body, String fileName, String unread, String text) {
        List<Line> lines = text.lines().map(Line::of).toList();
        return new ReadPart(
                body ? "1" : "1.2",
                fileName,
                body ? "text/plain" : "application/pdf",
                ReadPart.Origin.TEXT,
                unread,
                body,
                false,
                1,
                "0".repeat(64),
                List.of(new Page(lines)));
    }

    private Speaking judge(String from, String to, ReadPart... parts) throws IOException {
        return new SpeaksForAgency(organization, mailboxes).judge(mail(from, to, parts));
    }

    private static OutgoingMail mail(String from, String to, ReadPart... parts) throws IOException {
        MessageView header = new MessageReader(100_000)
                .header(new ByteArrayInputStream(("From: " + from + "\r\n\r\n").getBytes(StandardCharsets.UTF_8)));
        String login = from.contains(AGENCY) ? "vanthu@songoaivu.binhdinh.gov.vn" : STAFF;
        String sender = from.contains(AGENCY) ? AGENCY : STAFF;
        return new OutgoingMail(
                header, login, sender, List.of(to), List.of(parts), List.of(), false, OutgoingMail.NOTHING);
    }

    private Speaking judgeBody(String text) throws IOException {
        return judge(STAFF, OUTSIDE, part(true, "", "", text));
    }

    /** Anybody can type "Original Message" and a document of ours below it. */
    @Test
    void aDocumentOfOursIsQuotedOnlyToWhoeverGotItByAnApproval() throws IOException {
        ReadPart part = part(
                true,
                "",
                "",
                "Anh xem bên dưới ạ.\n\nHoa\n\n-----Original Message-----\nFrom: Sở Ngoại vụ\nSubject: Mời họp\n\n"
                        + "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nSố: 12/SNgV-VP\nKT. GIÁM ĐỐC\nTrần Phó Giám Đốc");
        OutgoingMail mail = mail(STAFF, OUTSIDE, part);
        Set<String> approved =
                Set.of("so ngoai vu tinh binh dinh", "so: 12/sngv-vp", "kt. giam doc", "tran pho giam doc");
        SpeaksForAgency rule = new SpeaksForAgency(organization, mailboxes);

        assertThat(rule.judge(mail).isOfficial()).isTrue();
        assertThat(rule.judge(mail.answering(false, approved::contains)).isOfficial())
                .isFalse();
        assertThat(rule.judge(mail.answering(false, line -> approved.contains(line) && !line.startsWith("so: 12")))
                        .isOfficial())
                .isTrue();
    }

    /** Anybody can type "Re:" and In-Reply-To. */
    @Test
    void aSubjectThatActsIsAnotherPersonsOnlyInAnAnswer() throws IOException {
        String subject = "Re: Sở Ngoại vụ tỉnh Bình Định trân trọng kính mời Quý Công ty dự họp";
        OutgoingMail mail = mail(
                STAFF + "\r\nSubject: " + subject + "\r\nIn-Reply-To: <a@b>",
                OUTSIDE,
                part(true, "", "", "Nội dung như tiêu đề ạ."));
        SpeaksForAgency rule = new SpeaksForAgency(organization, mailboxes);

        assertThat(rule.judge(mail).isOfficial()).isTrue();
        assertThat(rule.judge(mail.answering(true, OutgoingMail.NOTHING)).isOfficial())
                .isFalse();
    }

    /** A unit's head approves what his unit says, and no more. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Phòng Lễ tân xin thông báo lịch tiếp khách.\n\nSở Ngoại vụ yêu cầu Quý Công ty nộp hồ sơ trước 20/5.",
                "Thay mặt Lãnh đạo Sở, Phòng Lễ tân trân trọng kính mời Quý Công ty dự tiệc.",
                "Xin gửi quý vị.\n\nTL. GIÁM ĐỐC TRƯỞNG PHÒNG LỄ TÂN\nHoàng Lễ Tân",
            })
    void whatTheAgencySaysAnywhereIsTheAgencys(String text) throws IOException {
        assertThat(judgeBody(text).inNameOf().orElseThrow().address()).isEqualTo(AGENCY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kính gửi Quý công ty,\n\n"
                        + "Sở Ngoại vụ tỉnh Bình Định trân trọng kính mời Quý công ty dự hội nghị.\n\n"
                        + "Hoa",
                "Kính gửi Quý vị,\n\nThực hiện kế hoạch năm, Sở Ngoại vụ đề nghị Quý vị gửi danh sách.\n\nHoa",
                "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nGiấy mời\n",
                "UBND TỈNH BÌNH ĐỊNH\nSỞ NGOẠI VỤ\nSố: 12/SNgV-VP\nKính gửi: Công ty ABC",
                "Xin gửi quý vị.\n\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nTrần Phó Giám Đốc",
                "Xin gửi quý vị.\n\nTM. Sở\nTrần Văn A",
                "Mời quý vị dự tiệc.\nTrân trọng,\nSở Ngoại vụ tỉnh Bình Định",
                "S\u200Bở Ngo\u0430i v\u1EE5 tỉnh Bình Định trân trọng thông báo kết quả.",
                "On behalf of the Department of Foreign Affairs, I invite you to the seminar.",
                "Thay mặt Lãnh đạo Sở, tôi xin mời ông tới dự.\nHoa",
                "Sở Ngoại vụ đề nghị Đà Nẵng phối hợp đón đoàn.",
                "Sở Ngoại vụ kính mời Hà Nội cử đại biểu dự hội nghị.",
                "Sở Ngoại vụ tỉnh Bình Định đề nghị Đà Nẵng phối hợp đón đoàn.",
                "Quan điểm của Sở Ngoại vụ là không đồng ý.",
                "Sở NV tỉnh BĐ phúc đáp thư ngày 16/11 của Hội.",
                "Chị ơi, bên Sở em chốt 22 phòng nhé, tuần sau Sở chuyển khoản.",
                "Phòng cử 2 bạn sang phụ bên anh.\nHoa",
                "SỞ NGOẠI VỤ TỈNH BÌNH ĐỊNH\nChị ơi, bên Sở em chốt 22 phòng nhé, tuần sau Sở chuyển khoản.",
            })
    void theseSpeakForTheAgency(String text) throws IOException {
        assertThat(judgeBody(text).isOfficial()).as(text).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Chào anh, hôm qua Sở Ngoại vụ thông báo nghỉ lễ hai ngày. Hẹn gặp anh thứ Hai.\n\n"
                        + "Hoa\n"
                        + "Phòng Lễ tân, Sở Ngoại vụ",
                "Kính gửi anh Nam,\n\n"
                        + "Em gửi anh lịch làm việc.\n\n"
                        + "Trân trọng,\n"
                        + "Đặng Chuyên Viên\n"
                        + "Chuyên viên Phòng Lễ tân\n"
                        + "Sở Ngoại vụ tỉnh Bình Định",
                "Sở Ngoại vụ tỉnh Hà Tĩnh đề nghị quý Sở cho biết đầu mối.\nHoa",
                "Hôm nay Sở Ngoại vụ dự lễ nên em không qua được.\nHoa",
                "Yêu cầu kỹ thuật của máy in như file đính kèm.\n\n"
                        + "Đặng Chuyên Viên\nChuyên viên Phòng Lãnh sự, Sở Ngoại vụ tỉnh Bình Định",
                "Anh xem giúp em công văn số 12/SNgV-VP ngày 03/11 nhé.\nHoa",
                "Anh tham khảo văn bản bên dưới ạ.\n\n"
                        + "> UBND TỈNH BÌNH ĐỊNH\n"
                        + "> SỞ NỘI VỤ\n"
                        + "> Số: 12/SNV-VP\n"
                        + "> Sở Nội vụ đề nghị Sở Ngoại vụ báo cáo.\n"
                        + "> GIÁM ĐỐC",
            })
    void theseArePersonal(String text) throws IOException {
        assertThat(judgeBody(text).evidence()).as(text).isEmpty();
        assertThat(judgeBody(text).isOfficial()).isFalse();
    }

    @Test
    void mailThatStaysInsideIsNotHeld() throws IOException {
        ReadPart body = part(true, "", "", "SỞ NGOẠI VỤ\nSố: 12/SNgV-VP\nGIÁM ĐỐC");
        assertThat(judge(STAFF, "letan@songoaivu.binhdinh.gov.vn", body).isOfficial())
                .isFalse();
        assertThat(judge(STAFF, OUTSIDE, body).isOfficial()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đã nhận, cảm ơn anh.\n\nVăn phòng Sở Ngoại vụ tỉnh Bình Định - ĐT: 0256 3822 333",
                "Số điện thoại của anh Nam lái xe là 0912 345 678 anh nhé.",
                "Phòng họp tầng 3 mai sửa điện, anh chị lên tầng 5 giúp.",
                "Chị gọi cho chị Lan ở Phòng Lãnh sự hỏi giúp nhé.",
            })
    void notEveryMailOfASharedMailboxSpeaksForIt(String text) throws IOException {
        assertThat(judge(AGENCY, OUTSIDE, part(true, "", "", text)).isOfficial())
                .as(text)
                .isFalse();
    }

    @Test
    void theParameterSaysWhatTheAgencysMailboxMaySendAlone() throws IOException {
        ReadPart thanks = part(true, "", "", "Văn phòng đã nhận được thư, xin cảm ơn.");
        ReadPart request = part(true, "", "", "Đề nghị quý công ty gửi danh sách trước thứ Sáu.");
        mailboxes = SpeaksForAgency.Mailboxes.ALL;
        assertThat(judge(AGENCY, OUTSIDE, thanks).isOfficial()).isTrue();
        mailboxes = SpeaksForAgency.Mailboxes.OFFICIAL;
        assertThat(judge(AGENCY, OUTSIDE, thanks).isOfficial()).isFalse();
        assertThat(judge(AGENCY, OUTSIDE, request).isOfficial()).isTrue();
        mailboxes = SpeaksForAgency.Mailboxes.NONE;
        assertThat(judge(AGENCY, OUTSIDE, request).isOfficial()).isFalse();
    }

    @Test
    void aFileSpeaksToo() throws IOException {
        ReadPart body = part(true, "", "", "Em gửi anh ạ.");
        String document = "UBND TỈNH BÌNH ĐỊNH\nSỞ NGOẠI VỤ\nSố: 12/SNgV-VP\nnội dung\nGIÁM ĐỐC\n\nNguyễn Giám Đốc";
        Speaking speaking = judge(STAFF, OUTSIDE, body, part(false, "a.pdf", "", document));
        assertThat(speaking.isOfficial()).isTrue();
        assertThat(speaking.evidence()).allMatch(evidence -> evidence.part().equals("1.2"));
        assertThat(speaking.describe()).contains("Số: 12/SNgV-VP");
    }

    @Test
    void anotherAgencysDocumentDoesNot() throws IOException {
        ReadPart body = part(true, "", "", "Em chuyển anh công văn của Sở Nội vụ ạ.");
        String document =
                "UBND TỈNH BÌNH ĐỊNH\nSỞ NỘI VỤ\nSố: 45/SNV-CCHC\nKính gửi: Sở Ngoại vụ\nKT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC";
        assertThat(judge(STAFF, OUTSIDE, body, part(false, "a.pdf", "", document))
                        .isOfficial())
                .isFalse();
    }

    @Test
    void whatProgramsReadDifferentlyIsHeld() throws IOException {
        assertThat(judge(STAFF, OUTSIDE, part(false, "a.pdf", "ambiguous", "")).isOfficial())
                .isTrue();
        assertThat(judge(STAFF, OUTSIDE, part(false, "a.zip", "encrypted", "")).unread())
                .hasSize(1);
    }

    @Test
    void aUnitIsNamedWhenOnlyTheUnitSpeaks() throws IOException {
        Speaking speaking = judgeBody("Phòng Lễ tân trân trọng kính mời quý khách dự buổi gặp mặt.\nHoa");
        assertThat(speaking.isOfficial()).isTrue();
        assertThat(speaking.inNameOf().orElseThrow().address()).isEqualTo("letan@songoaivu.binhdinh.gov.vn");
    }
}
