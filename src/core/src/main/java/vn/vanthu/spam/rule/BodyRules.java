package vn.vanthu.spam.rule;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.message.Part;
import vn.vanthu.message.Unread;
import vn.vanthu.spam.content.HtmlFacts;
import vn.vanthu.spam.content.MailContent;

/** What the structure and the HTML give away. */
final class BodyRules {

    private static final Set<String> FOREIGN = Set.of(
            "koi8-r",
            "windows-1251",
            "gb2312",
            "gbk",
            "gb18030",
            "big5",
            "euc-kr",
            "ks_c_5601-1987",
            "iso-2022-jp",
            "shift_jis",
            "windows-1255",
            "windows-1256",
            "windows-1250",
            "windows-874",
            "iso-8859-2",
            "iso-8859-5");

    private static final Pattern SPACED = Pattern.compile("(?:(?<!\\p{L})\\p{L}[ ._*-]{1,3}){5}\\p{L}(?!\\p{L})");

    private BodyRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule(
                        "HTML_ONLY",
                        0.7,
                        "Chỉ có HTML",
                        mail -> mail.html().parts() > 0 && !mail.hasType("text/plain")),
                new Rule(
                        "HTML_WITHOUT_MIME",
                        0.1,
                        "HTML mà không khai báo MIME",
                        mail -> mail.html().parts() > 0 && !mail.header().has("MIME-Version")),
                new Rule(
                        "IMAGE_ONLY",
                        0.8,
                        "Chỉ có ảnh, hầu như không có chữ",
                        mail -> (mail.html().images() > 0 || mail.hasType("image/")) && visible(mail) < 150),
                new Rule(
                        "IMAGE_ATTACHED_HTML",
                        1.6,
                        "Ảnh nhúng trong thư HTML",
                        mail -> mail.hasType("multipart/related") && mail.hasType("image/")),
                new Rule(
                        "EMPTY_TEXT",
                        0.3,
                        "Không có chữ",
                        mail -> mail.words().length() < 12 && !mail.hasType("application/")),
                new Rule(
                        "SHORT_WITH_LINK",
                        0.4,
                        "Vài chữ và một liên kết",
                        mail -> mail.links().size() > 0 && visible(mail) < 300),
                new Rule(
                        "FOREIGN_CHARSET",
                        2.5,
                        "Bảng mã nước ngoài",
                        mail -> mail.parts().stream().map(Part::charset).anyMatch(FOREIGN::contains)
                                || mail.header()
                                        .first("Subject")
                                        .filter(subject -> FOREIGN.stream()
                                                .anyMatch(name ->
                                                        subject.toString().isEmpty()
                                                                || rawContains(subject.value(), "=?" + name)))
                                        .isPresent()),
                new Rule(
                        "FOREIGN_LETTERS",
                        0.2,
                        "Chữ nước ngoài",
                        mail -> mail.facts().foreign() > 0.15),
                new Rule(
                        "HTML_FORM",
                        0.1,
                        "Có ô nhập liệu trong thư",
                        mail -> mail.html().forms() > 0),
                new Rule(
                        "HTML_SCRIPT",
                        0.1,
                        "Có mã chạy trong thư",
                        mail -> mail.html().scripts() > 0),
                new Rule(
                        "HTML_HIDDEN",
                        0.6,
                        "Có chữ bị giấu",
                        mail -> mail.html().hidden() > 0),
                new Rule(
                        "HTML_BROKEN_WORDS",
                        0.3,
                        "Chữ bị chẻ bằng thẻ HTML",
                        mail -> mail.html().wordBreaks() > 2),
                new Rule(
                        "BROKEN_WORDS",
                        2.5,
                        "Chữ bị chẻ bằng dấu để tránh bộ lọc",
                        mail -> mail.facts().broken() > 3 && mail.facts().broken() * 25 > visible(mail)),
                new Rule(
                        "SPACED_LETTERS",
                        1.5,
                        "Chữ bị tách rời từng chữ cái để tránh bộ lọc",
                        mail -> visible(mail) < 600
                                && SPACED.matcher(mail.text()).find()),
                new Rule("HTML_SHORT", 1.4, "HTML ngắn", BodyRules::isShortHtml),
                new Rule(
                        "TEXT_BASE64",
                        1.0,
                        "Chữ thường bị mã hóa base64",
                        mail -> mail.parts().stream()
                                        .anyMatch(part -> part.isText()
                                                && part.transferEncoding().equals("base64"))
                                && mail.text().chars().limit(5000).allMatch(c -> c < 128)),
                new Rule(
                        "CAPITALS",
                        1.0,
                        "Phần lớn là chữ hoa",
                        mail -> visible(mail) > 100 && mail.facts().capitals() > 0.4),
                new Rule(
                        "BROKEN_MIME",
                        0.3,
                        "Cấu trúc thư hỏng",
                        mail -> mail.unread().contains(Unread.BROKEN)
                                || mail.unread().contains(Unread.TOO_DEEP)
                                || mail.unread().contains(Unread.TOO_MANY_PARTS)),
                new Rule("QUOTES_MAIL", -1.4, "Trích thư trước", mail -> mail.facts()
                        .quotes()),
                new Rule("SIGNATURE", -0.1, "Có chữ ký cuối thư", mail -> mail.facts()
                        .signature()),
                new Rule(
                        "PLAIN_NO_LINK",
                        -0.1,
                        "Chỉ có chữ, không liên kết",
                        mail -> mail.html().parts() == 0 && mail.links().isEmpty() && !mail.hasType("image/")));
    }

    private static boolean rawContains(byte[] value, String wanted) {
        return new String(value, java.nio.charset.StandardCharsets.ISO_8859_1)
                .toLowerCase(java.util.Locale.ROOT)
                .contains(wanted);
    }

    private static int visible(MailContent mail) {
        return mail.words().length();
    }

    private static boolean isShortHtml(MailContent mail) {
        HtmlFacts html = mail.html();
        return html.parts() > 0 && html.tags() > 4 && html.visible() < 400;
    }
}
