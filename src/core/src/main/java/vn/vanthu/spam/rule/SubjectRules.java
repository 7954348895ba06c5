package vn.vanthu.spam.rule;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.vanthu.message.HeaderField;
import vn.vanthu.spam.content.MailContent;
import vn.vanthu.text.Unaccented;

/** What the Subject gives away, with the labels that Vietnamese law asks of advertising (NĐ 91/2020, điều 20). */
final class SubjectRules {

    private static final Pattern LABEL = Pattern.compile(
            "(?iu)^\\s*(?:(?:re|fwd?|tr|aw|tb|tra loi|chuyen tiep)\\s*:\\s*)*"
                    + "[\\[(<{【]\\s*(?:q\\s*[.]?\\s*c|a\\s*[.]?\\s*d|adv?|quang cao|qu\\p{L}*ng c\\p{L}*o)\\s*[\\])>}】]");
    /** Small letters of other alphabets that pass for those of the labels. */
    private static final Map<Character, Character> ALIKE = Map.of('а', 'a', 'с', 'c', 'ԛ', 'q', 'ԁ', 'd');

    private static final Pattern REPLY = Pattern.compile("(?i)^\\s*(?:re|fwd?|tr|aw|tra loi|chuyen tiep)\\s*:.*");
    private static final Pattern GAPPY = Pattern.compile("(?:\\b\\p{L}[ ._*-]+){4,}\\p{L}\\b");
    private static final Pattern NUMBER_TAIL = Pattern.compile(
            ".*(?:\\s{3,}\\S+|[\\[#(]?[0-9]{4,}[\\])]?|\\b(?=[a-z]*[0-9])(?=[0-9]*[a-z])[a-z0-9]{6,})\\s*$");
    private static final Pattern MONEY =
            Pattern.compile("[$€£]\\s?[0-9]|[0-9]\\s?(?:\\$|usd|%|trieu|tr\\b|ty\\b|k\\b)", Pattern.CASE_INSENSITIVE);

    private SubjectRules() {}

    static List<Rule> all() {
        return List.of(
                new Rule("ADVERT_LABEL", 6.0, "Tự ghi nhãn quảng cáo", mail -> LABEL.matcher(plain(mail.subject()))
                        .find()),
                new Rule("NO_SUBJECT", 0.8, "Không có tiêu đề", mail -> mail.subject()
                        .isBlank()),
                new Rule("SUBJECT_CAPITALS", 0.8, "Tiêu đề toàn chữ hoa", mail -> isCapitals(mail.subject())),
                new Rule(
                        "SUBJECT_SHOUTS",
                        0.6,
                        "Tiêu đề có dấu chấm than",
                        mail -> mail.subject().indexOf('!') >= 0),
                new Rule("SUBJECT_ASKS", 0.5, "Tiêu đề là câu hỏi", mail -> mail.subject()
                        .strip()
                        .endsWith("?")),
                new Rule("SUBJECT_MONEY", 0.9, "Tiêu đề nói về tiền, phần trăm", mail -> MONEY.matcher(mail.subject())
                        .find()),
                new Rule("SUBJECT_GAPS", 1.0, "Tiêu đề tách rời chữ cái", mail -> GAPPY.matcher(mail.subject())
                        .find()),
                new Rule(
                        "SUBJECT_NAMES_RECIPIENT",
                        1.3,
                        "Tiêu đề chép tên hộp thư người nhận",
                        SubjectRules::namesRecipient),
                new Rule(
                        "REPLY_TO_NOTHING",
                        0.6,
                        "Giả thư trả lời",
                        mail -> REPLY.matcher(mail.subject()).matches()
                                && !mail.header().has("In-Reply-To")
                                && !mail.header().has("References")
                                && mail.text().indexOf('>') < 0
                                && !mail.words().contains(" wrote ")
                                && !mail.words().contains(" original message ")),
                new Rule("NEEDLESS_ENCODING", 0.3, "Che chữ thường bằng mã hóa", SubjectRules::isNeedlesslyEncoded));
    }

    /** Whether it says so at the very beginning, not as an answer to advertising would. */
    static boolean isLabelled(MailContent mail) {
        String subject = plain(mail.subject());
        return LABEL.matcher(subject).find() && !REPLY.matcher(subject).matches();
    }

    /** Without diacritics and the disguises of letters: wide forms, invisible characters, other alphabets. */
    private static String plain(String subject) {
        String plain = Normalizer.normalize(subject, Normalizer.Form.NFKC).replaceAll("\\p{Cf}", "");
        StringBuilder latin = new StringBuilder(Unaccented.of(plain));
        for (int i = 0; i < latin.length(); i++) {
            latin.setCharAt(i, ALIKE.getOrDefault(latin.charAt(i), latin.charAt(i)));
        }
        return latin.toString();
    }

    private static boolean isCapitals(String subject) {
        long letters = subject.chars().filter(Character::isLetter).count();
        return letters > 8 && subject.equals(subject.toUpperCase(Locale.ROOT));
    }

    /** Lists write their own name in brackets before each Subject. */
    private static boolean namesRecipient(MailContent mail) {
        String subject = mail.subject().toLowerCase(Locale.ROOT).replaceAll("\\[[^\\]]*]", "");
        return mail.header().to().stream()
                .map(to -> to.address().toLowerCase(Locale.ROOT))
                .map(address -> address.substring(0, Math.max(0, address.indexOf('@'))))
                .anyMatch(local -> local.length() > 3 && subject.contains(local));
    }

    private static boolean isNeedlesslyEncoded(MailContent mail) {
        return List.of("Subject", "From").stream().flatMap(mail.header()::all).anyMatch(field -> isEncodedAscii(field));
    }

    private static boolean isEncodedAscii(HeaderField field) {
        String raw = new String(field.value(), StandardCharsets.ISO_8859_1);
        return raw.startsWith("=?") && field.text().chars().allMatch(c -> c < 128);
    }
}
