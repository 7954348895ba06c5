package vn.vanthu.spam.rule;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderAddress;
import vn.vanthu.message.HeaderField;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.Oddity;
import vn.vanthu.spam.content.Handover;
import vn.vanthu.spam.content.Link;
import vn.vanthu.spam.content.MailContent;

/** What the header gives away: forged programs and ids, dates, the way that the mail took. */
final class HeaderRules {

    private static final Pattern OUTLOOK_ID = Pattern.compile(
            "<[0-9a-fA-F]{12}\\$[0-9a-fA-F]{8}\\$[0-9a-fA-F]{2,8}@[^>]*>|<[A-Z0-9]{20,}@[^>]*>|<[A-F0-9.-]{30,}@[^>]*>");
    private static final Pattern GOOD_ID = Pattern.compile("<[^<>\\s@]{4,}@[A-Za-z0-9._-]+\\.[A-Za-z]{2,}>");
    private static final Pattern FREE = Pattern.compile(
            "(?:gmail|yahoo|hotmail|outlook|live|msn|aol|mail|excite|lycos|gmx|yandex|icloud|earthlink|netscape|juno|rediffmail|163|126|qq|sina)\\.[a-z.]{2,6}");
    private static final Pattern DAY_FIRST = Pattern.compile(
            "(?:[A-Z][a-z]{2}, {1,2})?[0-9 ]?[0-9] [A-Z][a-z]{2} [0-9]{4} [0-9]{2}:[0-9]{2}(?::[0-9]{2})? .*");
    private static final Pattern READER_PROGRAM =
            Pattern.compile("(?i)mozilla|thunderbird|mutt|pine|evolution|kmail|gnus|sylpheed|apple mail|eudora|exmh|vm"
                    + " |elm|mew|roundcube|zimbra|openwebmail|squirrelmail|imp");

    private static final Pattern JAMES = Pattern.compile(
            "^from\\s+(\\S+) \\((?:ehlo|helo) (?:.*\\)(?= \\(\\[[0-9a-f.:]{3,45}(?:%[^]]{1,20})?]\\)\\s+by )|[^)]*\\))",
            Pattern.DOTALL);

    private static final Pattern RANDOM = Pattern.compile("[bcdfghjklmnpqrstvwxz]{6,}|[a-z][0-9]+[a-z]+[0-9]");

    private HeaderRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("MISSING_DATE", 1.0, "Thiếu ngày gửi", mail -> !mail.header()
                        .has("Date")),
                new Rule("ODD_DATE", 0.7, "Ngày gửi viết sai chuẩn", HeaderRules::hasOddDate),
                new Rule("DATE_FAR_OFF", 1.1, "Ngày gửi lệch xa ngày nhận", HeaderRules::isDateFarOff),
                new Rule("MISSING_ID", 0.5, "Thiếu Message-ID", mail -> !mail.header()
                        .has("Message-ID")),
                new Rule("FORGED_OUTLOOK", 1.4, "Giả danh Outlook", HeaderRules::isForgedOutlook),
                new Rule(
                        "MISSING_TO",
                        0.3,
                        "Không ghi người nhận",
                        mail -> mail.header().to().stream()
                                        .noneMatch(to -> !to.address().isEmpty())
                                && mail.header().cc().isEmpty()),
                new Rule("TO_IS_FROM", 1.1, "Người nhận ghi trùng người gửi", HeaderRules::isToFrom),
                new Rule(
                        "FROM_NAME_IS_ADDRESS",
                        0.1,
                        "Tên người gửi là một địa chỉ khác",
                        HeaderRules::isNameOtherAddress),
                new Rule(
                        "FROM_DIGITS",
                        0.1,
                        "Địa chỉ người gửi nhiều chữ số",
                        mail -> digits(mail.sender().local()) >= 4),
                new Rule("REPLY_ELSEWHERE", 0.5, "Trả lời về hộp thư miễn phí khác", HeaderRules::repliesElsewhere),
                new Rule("REPEATED_FIELD", 1.1, "Trường thư lặp lại", mail -> mail.header()
                        .oddities()
                        .contains(Oddity.REPEATED_FIELD)),
                new Rule("MALFORMED_HEADER", 0.5, "Đầu thư viết sai chuẩn", mail -> mail.header()
                        .oddities()
                        .contains(Oddity.MALFORMED_LINE)),
                new Rule("EIGHT_BIT_HEADER", 0.9, "Đầu thư có chữ không khai báo bảng mã", mail -> mail.header()
                        .oddities()
                        .contains(Oddity.EIGHT_BIT)),
                new Rule("HIGH_PRIORITY", 1.6, "Tự đặt mức khẩn", HeaderRules::isHighPriority),
                new Rule("NO_WAY", 0.1, "Không có vết đường đi", mail -> !mail.header()
                        .has("Received")),
                new Rule("HOME_CONNECTION", 0.5, "Gửi thẳng từ đường truyền gia đình", mail -> mail.handover()
                        .filter(Handover::isHomeConnection)
                        .isPresent()),
                new Rule(
                        Rules.NO_NAME.name(),
                        Rules.NO_NAME.points(),
                        "Máy gửi không có tên trong DNS",
                        mail -> mail.handover().filter(Handover::hasNoName).isPresent()),
                new Rule("HELO_NO_NAME", 0.9, "Máy gửi xưng tên không hợp lệ", mail -> mail.handover()
                        .filter(by -> by.helo().indexOf('.') < 0 || by.helo().matches("\\[?[0-9.]+]?"))
                        .isPresent()),
                new Rule("HELO_OTHER_NAME", 0.5, "Máy gửi xưng tên khác tên thật", mail -> mail.handover()
                        .filter(HeaderRules::isOtherName)
                        .isPresent()),
                new Rule("HELO_IS_FROM", 0.5, "Máy gửi xưng tên miền người gửi", HeaderRules::isHeloFrom),
                new Rule("FREE_MAIL_FORGED", 0.1, "Giả địa chỉ hộp thư miễn phí", HeaderRules::isForgedFreeMail),
                new Rule(Rules.NOT_ON_WAY, 2.3, "Thư không đi qua máy của người gửi", HeaderRules::isSenderNotOnWay),
                new Rule("ONE_HOP", 0.1, "Đến thẳng từ máy gửi, không qua máy chủ thư", mail -> isOneHop(mail)),
                new Rule(
                        "PROGRAM_STRAIGHT",
                        1.0,
                        "Chương trình thư gửi thẳng, không qua máy chủ thư",
                        mail -> isOneHop(mail)
                                && hasProgram(mail)
                                && mail.handover().isPresent()),
                new Rule("RETURN_ELSEWHERE", 0.1, "Thư báo lỗi về tên miền khác", HeaderRules::returnsElsewhere),
                new Rule(
                        "ID_WITHOUT_HOST",
                        0.1,
                        "Message-ID không có tên miền",
                        mail -> mail.header().has("Message-ID")
                                && !mail.header().messageId().matches("[^@]*@[^@]*\\.[A-Za-z]{2,}>?")),
                new Rule("FROM_RANDOM", 0.3, "Địa chỉ người gửi như chữ ngẫu nhiên", mail -> RANDOM.matcher(
                                mail.sender().local())
                        .find()),
                new Rule(
                        "IS_REPLY",
                        -0.7,
                        "Thư trả lời",
                        mail -> mail.header().has("In-Reply-To")
                                || mail.header().has("References")),
                new Rule("FROM_LIST", -2.5, "Thư của danh sách thảo luận", HeaderRules::isList),
                new Rule("READER_PROGRAM", -0.2, "Soạn bằng chương trình thư thông thường", mail -> READER_PROGRAM
                        .matcher(mail.sender().program())
                        .find()),
                new Rule(
                        Rules.OFFICIAL_DOMAIN,
                        -0.8,
                        "Tên miền cơ quan nhà nước",
                        mail -> mail.sender().domain().endsWith(".gov.vn") && !isSenderNotOnWay(mail)));
    }

    private static boolean hasOddDate(MailContent mail) {
        String date = mail.header().text("Date");
        return !date.isEmpty() && !DAY_FIRST.matcher(date.strip()).matches();
    }

    private static boolean isDateFarOff(MailContent mail) {
        return mail.header()
                .date()
                .flatMap(sent -> mail.header().receivedDate().map(at -> Duration.between(sent, at)))
                .filter(way -> way.toHours() > 24 * 4 || way.toHours() < -12)
                .isPresent();
    }

    private static boolean isForgedOutlook(MailContent mail) {
        String program = mail.sender().program();
        boolean wrongVersion = program.contains("Outlook Express V");
        boolean wrongId = !OUTLOOK_ID.matcher(mail.header().messageId()).matches();
        return wrongVersion || program.contains("Outlook Express") && wrongId && !isList(mail);
    }

    private static boolean isToFrom(MailContent mail) {
        String from = mail.sender().address();
        return !from.isEmpty()
                && mail.header().to().stream().anyMatch(to -> to.address().equalsIgnoreCase(from));
    }

    private static boolean isNameOtherAddress(MailContent mail) {
        return mail.header().from().stream()
                .anyMatch(from -> from.name().indexOf('@') > 0
                        && !from.name()
                                .toLowerCase(Locale.ROOT)
                                .contains(from.address().toLowerCase(Locale.ROOT)));
    }

    private static boolean repliesElsewhere(MailContent mail) {
        List<HeaderAddress> replyTo = mail.header().replyTo();
        String from = mail.sender().domain();
        return replyTo.stream()
                .map(address -> domain(address.address()))
                .anyMatch(domain -> FREE.matcher(domain).matches() && !domain.equals(from));
    }

    private static boolean isHighPriority(MailContent mail) {
        return mail.header().text("X-Priority").startsWith("1")
                || mail.header().text("X-MSMail-Priority").equalsIgnoreCase("High")
                || mail.header().text("Importance").equalsIgnoreCase("High");
    }

    private static boolean hasProgram(MailContent mail) {
        return !mail.sender().program().isEmpty()
                || mail.header().has("X-MimeOLE")
                || mail.header().has("X-Originating-IP");
    }

    private static boolean isList(MailContent mail) {
        MessageView header = mail.header();
        return header.has("List-Id")
                || header.has("X-BeenThere")
                || header.has("Mailing-List")
                || header.has("List-Post")
                || header.has("X-Mailing-List")
                || header.text("Sender").contains("owner-");
    }

    private static boolean isOneHop(MailContent mail) {
        return mail.header().all("Received").limit(2).count() == 1;
    }

    private static boolean returnsElsewhere(MailContent mail) {
        String to = domain(mail.header().text("Return-Path").replaceAll("[<>\\s]", ""));
        return !to.isEmpty()
                && !isList(mail)
                && !Link.ownedDomain(to).equals(Link.ownedDomain(mail.sender().domain()));
    }

    private static boolean isOtherName(Handover by) {
        return !by.name().isEmpty()
                && by.helo().indexOf('.') > 0
                && !Link.ownedDomain(by.helo()).equals(Link.ownedDomain(by.name()));
    }

    private static boolean isHeloFrom(MailContent mail) {
        return mail.handover()
                .filter(by -> isOtherName(by) && by.helo().equals(mail.sender().domain()))
                .isPresent();
    }

    private static boolean isForgedFreeMail(MailContent mail) {
        String domain = mail.sender().domain();
        return FREE.matcher(domain).matches() && isSenderNotOnWay(mail);
    }

    private static boolean isSenderNotOnWay(MailContent mail) {
        String owned = Link.ownedDomain(mail.sender().domain());
        String label = owned.substring(0, Math.max(0, owned.indexOf('.')));
        return mail.handover().filter(by -> by.isLookedUp() && !by.isHoster()).isPresent()
                && !label.isEmpty()
                && mail.header().all("Received").limit(20).noneMatch(line -> client(line)
                        .contains(label));
    }

    /** The name by which a client called itself proves nothing. */
    private static String client(HeaderField received) {
        String line = received.text().toLowerCase(Locale.ROOT);
        Matcher james = JAMES.matcher(line);
        if (james.find()) {
            return james.group(1) + line.substring(james.end());
        }
        int name = line.indexOf('(');
        return name < 0 ? line : line.substring(name);
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static long digits(String text) {
        return text.chars().filter(Character::isDigit).count();
    }
}
