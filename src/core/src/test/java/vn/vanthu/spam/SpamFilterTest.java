package vn.vanthu.spam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.spam.rule.Symbol;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.text.VietnameseText;

class SpamFilterTest {

    private static final VietnameseText ENGINE = VietnameseText.load();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T01:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[QC] Khuyến mãi cuối năm",
                "(QC) Khuyen mai cuoi nam",
                "[AD] Year-end sale",
                "[Quảng cáo] Khóa học",
                "[QUANG CAO] Khoa hoc",
                "Re: [qc] khuyến mãi"
            })
    void advertisingThatSaysSoIsSpam(String subject) throws IOException {
        assertThat(filter().score(letter(subject, "Chi tiết xem trong thư.")).verdict())
                .isEqualTo(Verdict.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ngan hang ABC thong bao: tai khoan cua quy khach hien tai da bi khoa. Dang nhap https://abc-vn.top de"
                        + " xac thuc ngay",
                "Tai kh0an cua ban se bi kh0a. Vui l0ng dang nhap https://abc-vn.xyz de xac thuc.",
                "Bên em tuyển nhân viên bán thời gian, làm việc tại nhà, tiền lương trả trong ngày. Kết bạn Zalo"
                        + " 0900000000, nhóm zalo.me/g/abc",
                "Nhận làm các loại giấy phép, bằng cấp 3 đến đại học, giao hàng thu tiền. Liên hệ zalo 0900000000",
                "Nạp đầu tặng 100%, nổ hũ bắn cá, rút siêu tốc 5s, vào ngay abcd.cc/dk"
            })
    void aSwindleInVietnameseIsSpam(String text) throws IOException {
        assertThat(filter().score(letter("Thông báo", text)).verdict()).isEqualTo(Verdict.SPAM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cảnh báo: đối tượng giả danh cán bộ thuế, gửi liên kết lừa đảo chiếm đoạt tài sản. Đề nghị quý cơ quan"
                        + " không bấm vào liên kết lạ.",
                "Ma OTP de xac thuc giao dich cua ban la 123456. Tuyet doi khong cung cap ma nay cho bat ky ai.",
                "Quyết định trao thưởng cho cá nhân đạt thành tích; người trúng thưởng nhận quà tại hội trường.",
                "Văn phòng gửi danh sách bằng cấp, căn cước của viên chức để lập hồ sơ. Ai còn thiếu xin nộp trong"
                        + " ngày."
            })
    void officesAndBanksThatSpeakOfItAreNot(String text) throws IOException {
        assertThat(filter().score(letter("Thông báo", text)).verdict()).isEqualTo(Verdict.HAM);
    }

    @Test
    void wordsThatAreBrokenOrWrittenWithDigitsAreReadAnyway() throws IOException {
        assertThat(filter().score(letter("x", "Cheap v1agra and c1alis")).tests())
                .contains("DRUGS_MANY", "DISGUISED_WORDS");
        assertThat(filter().score(letter("x", "La'yNg:ay Kh'iID:o:wn;l:oad DV_Da'y"))
                        .tests())
                .contains("BROKEN_WORDS");
        assertThat(filter().score(letter("x", "Vui long T.R.U.C.A.P ngay")).tests())
                .contains("SPACED_LETTERS");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"[QC] Quà", "TB: [QC] Quà", "Trả lời: [ QC ] Quà", "［ＱＣ］ Quà", "[Q\u200BC] Quà", "[\u0410D] Quà"
            })
    void aLabelIsReadThroughItsDisguises(String subject) throws IOException {
        assertThat(filter().score(letter(subject, "Mua ngay")).tests()).contains("ADVERT_LABEL");
    }

    @Test
    void theMarksOfAReplyDoNotHelpLabelledAdvertising() throws IOException {
        String forged = new String(letter("[QC] Báo giá", "> cũ\nKính gửi"), StandardCharsets.UTF_8);
        assertThat(filter().score(bytes("In-Reply-To: <1@x.example>\nList-Id: <a.example>\n" + forged))
                        .verdict())
                .isEqualTo(Verdict.SPAM);
    }

    @Test
    void theLineThatThisGatewayWritesItselfSpeaksAgainstNobody() throws IOException {
        String mail = new String(letter("Xin hỏi giờ làm việc", "Xin hỏi giờ tiếp dân."), StandardCharsets.UTF_8);
        String withoutName = "Received: from 203.0.113.5 (EHLO mail.congty.example) ([203.0.113.5])\n"
                + "          by mx.donvi.example (James SMTP Server ) with ESMTP ID 1\n"
                + "          for <vanthu@donvi.example>; Mon, 23 Nov 2026 05:00:00 +0700 (ICT)\n";
        String hosted = withoutName.replace("from 203.0.113.5", "from mail-ej1-f45.google.com");
        String elsewhere = withoutName.replace("from 203.0.113.5", "from vps7.xyz.example");
        assertThat(filter().score(bytes(withoutName + mail)).tests())
                .doesNotContain("NO_REVERSE_NAME", "SENDER_NOT_ON_WAY");
        assertThat(filter().score(bytes(hosted + mail)).tests()).doesNotContain("SENDER_NOT_ON_WAY");
        assertThat(filter().score(bytes(elsewhere + mail)).tests()).contains("SENDER_NOT_ON_WAY");
        assertThat(filter().score(bytes(elsewhere + mail), List.of(new Symbol(Authentication.PROVEN, 0)))
                        .tests())
                .doesNotContain("SENDER_NOT_ON_WAY");
    }

    /** What a client calls itself must not hide the line in which it stands behind one that it wrote itself. */
    @ParameterizedTest
    @ValueSource(strings = {"[10.0.0.5]", "a by b", "x) ([10.0.0.5]) by y ("})
    void noNameHidesWhoHandedTheMailOver(String name) throws IOException {
        String mail = new String(letter("Xin hỏi giờ làm việc", "Xin hỏi giờ tiếp dân."), StandardCharsets.UTF_8);
        String handover = "Received: from vps7.xyz.example (EHLO " + name + ") ([203.0.113.5])\n"
                + "          by mx.donvi.example (James SMTP Server ) with ESMTP ID 1\n"
                + "          for <vanthu@donvi.example>; Mon, 23 Nov 2026 05:00:00 +0700 (ICT)\n"
                + "Received: from mail-x.google.com (mail-x.google.com [209.85.220.41]) by mx.donvi.example\n";

        assertThat(filter().score(bytes(handover + mail)).tests()).contains("SENDER_NOT_ON_WAY");
    }

    @Test
    void theStyleOfOfficesAloneIsNoSpam() throws IOException {
        String mail =
                """
                From: Van phong <vanphong@so.example>
                To: vanphong@so.example
                Subject: HOP GAP CHIEU NAY
                Importance: High
                Date: Mon, 23 Nov 2026 09:00:00 +0700
                Message-ID: <hop.gap@so.example>
                MIME-Version: 1.0
                Content-Type: multipart/related; boundary=b

                --b
                Content-Type: text/html; charset=utf-8

                <p>Moi hop</p><img src="cid:logo">
                --b
                Content-Type: image/png
                Content-ID: <logo>
                Content-Transfer-Encoding: base64

                iVBORw0KGgo=
                --b--
                """;
        assertThat(filter().score(bytes(mail)).verdict()).isNotEqualTo(Verdict.SPAM);
        assertThat(filter().scoreOfOurs(bytes(mail)).tests())
                .doesNotContain("HIGH_PRIORITY", "TO_IS_FROM", "STYLE_ONLY");
    }

    @Test
    void whatAnybodyCanWriteHelpsAnUnprovenSenderOnlyALittle() throws IOException {
        byte[] mail = bytes("List-Id: <x.y.example>\nReferences: <a@b>\nUser-Agent: Thunderbird\n"
                + new String(
                        letter("Re: Khóa tài khoản", "> cảm ơn anh\n\nĐăng nhập ngay để mở khóa."),
                        StandardCharsets.UTF_8));
        Symbol unproven = new Symbol(Authentication.UNPROVEN, 0);

        double points = filter().score(mail).points();

        assertThat(filter().score(mail, List.of(unproven)).points()).isGreaterThan(points + 0.5);
        assertThat(filter().score(mail, List.of(new Symbol(Authentication.PROVEN, 0)))
                        .points())
                .isLessThanOrEqualTo(points);
    }

    @Test
    void aListThatNamesItselfInTheSubjectNamesNoRecipient() throws IOException {
        assertThat(filter().score(letter("[vanthu] Lịch họp", "x")).tests()).doesNotContain("SUBJECT_NAMES_RECIPIENT");
        assertThat(filter().score(letter("vanthu, quà của bạn", "x")).tests()).contains("SUBJECT_NAMES_RECIPIENT");
    }

    @Test
    void anOfficialLetterIsHam() throws IOException {
        byte[] letter = letter(
                "Giấy mời họp giao ban tháng 12",
                "Kính gửi: Sở Ngoại vụ\n"
                        + "Văn phòng trân trọng kính mời quý cơ quan dự họp lúc 14 giờ 00.\n"
                        + "Nơi nhận: như trên.");
        SpamScore score = filter().score(letter);
        assertThat(score.verdict()).isEqualTo(Verdict.HAM);
        assertThat(score.points()).isLessThan(0.5);
    }

    @Test
    void everyPointHasAName() throws IOException {
        SpamScore score = filter().score(letter("[QC] GIẢM GIÁ!", "Mua ngay tại http://10.0.0.1/x"));
        assertThat(score.symbols().stream().mapToDouble(Symbol::points).sum()).isEqualTo(score.points());
        assertThat(score.tests()).contains("ADVERT_LABEL=", "LINK_NUMERIC=");
    }

    @Test
    void aProgramUnderAnotherNameIsSeen() throws IOException {
        String mail =
                """
                From: a@congty.example
                To: vanthu@donvi.example
                Subject: Hoa don
                MIME-Version: 1.0
                Content-Type: application/pdf; name="hoadon.pdf"
                Content-Transfer-Encoding: base64

                TVqQAAMAAAAEAAAA
                """;
        assertThat(filter().score(bytes(mail)).tests()).contains("PROGRAM_INSIDE");
    }

    @Test
    void itHasNoVoteBeforeItHasSeenEnoughOfBothKinds() throws IOException {
        SpamFilter filter = filter();
        for (int i = 0; i < 60; i++) {
            teach(filter, i, Kind.SPAM);
        }
        assertThat(filter.score(offer(99)).tests()).doesNotContain(SpamFilter.LEARNED);
        for (int i = 100; i < 130; i++) {
            teach(filter, i, Kind.HAM);
        }
        assertThat(filter.score(offer(99)).tests()).contains(SpamFilter.LEARNED);
    }

    @Test
    void itLearnsWhatThisOfficeCallsSpamAndKeepsItOverARestart() throws IOException {
        SpamFilter filter = filter();
        for (int i = 0; i < 40; i++) {
            teach(filter, i, Kind.SPAM);
            teach(filter, 1000 + i, Kind.HAM);
        }
        double offer = filter.score(offer(99)).points();
        double report = filter.score(report(99)).points();
        assertThat(offer).isGreaterThan(report + 3);

        SpamFilter restarted = filter();
        assertThat(restarted.score(offer(99)).points())
                .isGreaterThan(restarted.score(report(99)).points() + 3);
        assertThat(restarted.lessons().counts().spam()).isEqualTo(40);
    }

    @Test
    void theSameMessageTaughtTwiceCountsOnceAndTheLastWordCounts() throws IOException {
        SpamFilter filter = filter();
        byte[] message = offer(1);
        filter.learn(message, "k", Kind.SPAM, "chuyenvien", CLOCK.instant());
        filter.learn(message, "k", Kind.HAM, "vanthu", CLOCK.instant());
        assertThat(filter.lessons().counts().ham()).isEqualTo(1);
        assertThat(filter.lessons().counts().spam()).isZero();
        assertThat(filter().lessons().counts().ham()).isEqualTo(1);
    }

    @Test
    void whatOnePersonTaughtCanBeForgotten() throws IOException {
        SpamFilter filter = filter();
        for (int i = 0; i < 40; i++) {
            teach(filter, i, Kind.SPAM);
            teach(filter, 1000 + i, Kind.HAM);
        }
        double before = filter().score(report(99)).points();
        for (int i = 2000; i < 2030; i++) {
            filter.learn(report(i), "poison" + i, Kind.SPAM, "xau", CLOCK.instant());
        }
        assertThat(filter.score(report(99)).points()).isGreaterThan(before + 1);
        filter.lessons().forget(lesson -> lesson.source().equals("xau"));
        assertThat(filter.score(report(99)).points()).isEqualTo(before);
        assertThat(filter().score(report(99)).points()).isEqualTo(before);
    }

    @Test
    void corruptLessonsAreKeptAndTheFilterWorksWithoutAVote() throws IOException {
        SpamFilter filter = filter();
        for (int i = 0; i < 40; i++) {
            teach(filter, i, Kind.SPAM);
            teach(filter, 1000 + i, Kind.HAM);
        }
        Path file = folder.resolve("lessons");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);

        SpamFilter after = filter();
        assertThat(after.lessons().corrupt())
                .hasValueSatisfying(kept -> assertThat(kept).hasBinaryContent(bytes));
        assertThat(after.score(offer(99)).tests()).doesNotContain(SpamFilter.LEARNED);
        after.learn(offer(1), "k", Kind.SPAM, "vanthu", CLOCK.instant());
        assertThat(filter().lessons().counts().spam()).isEqualTo(1);
    }

    @Test
    void aWrongLengthIsNoCutOffEnd() throws IOException {
        SpamFilter filter = filter();
        for (int i = 0; i < 20; i++) {
            teach(filter, i, Kind.SPAM);
        }
        Path file = folder.resolve("lessons");
        byte[] bytes = Files.readAllBytes(file);
        bytes[Long.BYTES + 1] ^= 0x01;
        Files.write(file, bytes);

        SpamFilter after = filter();
        assertThat(after.lessons().corrupt())
                .hasValueSatisfying(kept -> assertThat(kept).hasBinaryContent(bytes));
    }

    @Test
    void aLessonCutOffByAPowerFailureCostsThatLessonOnly() throws IOException {
        SpamFilter filter = filter();
        teach(filter, 1, Kind.SPAM);
        teach(filter, 2, Kind.SPAM);
        Path file = folder.resolve("lessons");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 7));

        SpamFilter after = filter();
        assertThat(after.lessons().corrupt()).isEmpty();
        assertThat(after.lessons().counts().spam()).isEqualTo(1);
        teach(after, 3, Kind.SPAM);
        assertThat(filter().lessons().counts().spam()).isEqualTo(2);
    }

    @Test
    void noBytesMakeItThrow() throws IOException {
        SpamFilter filter = filter();
        Random random = new Random(847);
        byte[] valid = bytes(new String(offer(1), StandardCharsets.UTF_8)
                + "\n--x\nContent-Type: text/html\n\n<a href='http://[x'>&#xffffffff;&#-1;<!--<script><style");
        for (int i = 0; i < 300; i++) {
            byte[] broken = valid.clone();
            for (int j = 0; j < 20; j++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            filter.score(broken);
        }
        filter.score(new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: a@b.example\nSubject: Re: Re: \n\nx",
                "From: a@b.example\nSubject: a.b.c. \n\nx",
                "Received: from a.a.a.a. by b\nFrom: a.a.a@b.example\n\nx",
                "From: a@b.example\nContent-Type: text/html\n\n<b",
                "From: a@b.example\nContent-Type: text/html\n\n<a href=http://x.example>a.a.a.",
                "From: a@b.example\nContent-Type: text/html\n\n<a href=http://a.a.a.",
                "From: a@b.example\nContent-Type: text/plain; name=a.a.a.\n\nhttp://a.a.a.",
                "From: a@b.example\nMessage-ID: <a.a.a@a.a.a>\nDate: 1, 1, 1\n\n$1,1,1"
            })
    void whatRepeatsWithoutEndAndBreaksOffAnywhereIsScored(String start) throws IOException {
        SpamFilter filter = filter();
        int header = Math.max(0, start.indexOf("\n\n"));
        for (int from : new int[] {start.length() - 4, header - 4}) {
            String unit =
                    start.substring(Math.max(0, from), Math.max(0, from) + 4).replace('\n', ' ');
            String message = start.substring(0, Math.max(0, from)) + unit.repeat(15_000) + start.substring(from);
            filter.score(bytes(message));
        }
        for (int length = 98_290; length < 98_310; length++) {
            String tag = "From: a@b.example\nContent-Type: text/html\n\n" + " ".repeat(length) + "<";
            filter.score(bytes(tag));
            filter.score(bytes(tag + "a href='"));
        }
    }

    @Test
    void aHugeMessageHasNoMoreTokensThanTheLimit() throws IOException {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            words.append("tu").append(i).append(' ');
        }
        SpamFilter filter = filter();
        byte[] many = letter("Nhiều từ", words.toString());
        byte[] giant = letter("Một từ", "a".repeat(5_000_000));
        byte[] tags = letter("Thẻ", "<script ".repeat(200_000));
        assertThat(filter.score(many).verdict()).isNotNull();
        filter.learn(many, "many", Kind.HAM, "vanthu", CLOCK.instant());
        filter.learn(giant, "giant", Kind.HAM, "vanthu", CLOCK.instant());
        filter.learn(tags, "tags", Kind.HAM, "vanthu", CLOCK.instant());
        assertThat(Files.size(folder.resolve("lessons"))).isLessThan(40_000);
    }

    private SpamFilter filter() throws IOException {
        return new SpamFilter(ENGINE, Lessons.open(folder, CLOCK));
    }

    private static void teach(SpamFilter filter, int number, Kind kind) throws IOException {
        byte[] message = kind == Kind.SPAM ? offer(number) : report(number);
        filter.learn(message, "m" + number, kind, "vanthu", CLOCK.instant());
    }

    private static byte[] offer(int number) {
        return letter("Thiết bị văn phòng " + number, "Máy in chính hãng, giao tận nơi, mã " + number);
    }

    private static byte[] report(int number) {
        return letter("Báo cáo tuần " + number, "Tình hình tiếp khách nước ngoài của phòng, số " + number);
    }

    private static byte[] letter(String subject, String text) {
        return bytes("From: Nguyen Van A <a@congty.example>\nTo: vanthu@donvi.example\nSubject: " + subject
                + "\nDate: Mon, 23 Nov 2026 08:00:00 +0700\nMessage-ID: <1.abc@congty.example>\nMIME-Version: 1.0\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + text + "\n");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
