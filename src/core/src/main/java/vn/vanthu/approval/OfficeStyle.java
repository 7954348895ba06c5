package vn.vanthu.approval;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.vanthu.organization.Mailbox;
import vn.vanthu.organization.ShownNames;

/**
 * How offices write and people do not: an honorific for another office, a turn of phrase of documents, and no familiar word
 * anywhere. Alone it proves nothing; with a number of ours, our letterhead, or our name as who does something it does.
 */
final class OfficeStyle {

    /** Whom offices call "quý", without accents. */
    static final String HONOURED =
            "cong ty|khach|co quan|ong|ba|vi|don vi|doan|bao|truong|tong cong ty|so|dai su|toa|hoi"
                    + "|vien|to chuc|phong|ban|doanh nghiep|dai bieu|tong lanh su";

    private static final Pattern HONORIFIC =
            Pattern.compile(".*(?<!\\p{L})quý (?![ivx]+\\b|hóa|giá|tộc|báu|mến|hiếm)\\p{L}+.*|.*\\bquy (" + HONOURED
                    + "|lanh su|kieu bao|ngai|benh vien|nha|thay co|phu huynh|dia phuong|chi nhanh|khach san)\\b.*");

    private static final Pattern PHRASE = Pattern.compile(
            ".*\\b(phuc dap|kinh chuyen|chung toi (xin|kinh|tran trong)|thuc hien (ke hoach|chi dao|cong van|quyet dinh|chuong trinh|y kien)|can cu"
                    + "|de co co so|theo chi dao|duoc (kinh )?moi (den|du|toi|tham)|kinh moi|xin thong bao"
                    + "|tran trong thong bao|dinh chinh|nay sua lai|(de nghi|yeu cau) (cac|ubnd|cong an|so"
                    + "|ban|phong|truong|don vi|doanh nghiep|to chuc|ong|ba|cong ty)|kinh de nghi|rat mong (quy|duoc su)"
                    + "|xem xet, (tong hop|giai quyet|quyet dinh)|tiep nhan ho so|tra ket qua|hereby|pursuant to"
                    + "|this is to (notify|inform|certify|confirm)|(is|are) (cordially|hereby|kindly) (invited|requested"
                    + "|informed)|cordially invite|please be (informed|advised)|is pleased to|has the honou?r"
                    + "|a l'honneur de|regrets that|would suggest|is communicated to|deeply saddened|heartfelt)\\b.*");

    /** A sentence that begins with what others are to do. */
    private static final Pattern DEMAND =
            Pattern.compile("(?:.*[.;:!?] )?\\W*(?:de nghi|yeu cau) (?:cong ty|don vi|quy |buu |benh vien"
                    + "|nha (?:hang|xe|thau|truong|thuoc)|gia dinh|doanh nghiep|to chuc|truong |khach san|ong |ba |ban to chuc|hoi |trung tam"
                    + "|chi cuc|ngan hang|nguoi |cac (?!anh|chi|em|ban|co|chu)|toan bo|toan the|bac si|phu huynh|doan |dai bieu|hoc vien"
                    + "|lanh dao).*");

    private static final Pattern FAMILIAR = Pattern.compile(
            ".*(?<!\\p{L})(em|mình|tớ|cháu (chào|gửi|xin|cảm|là)|nhé|nha|nhỉ|hén|hen|ạ|ơi|haha|hihi|hehe|bro|sếp|nghen|luôn á|nè"
                    + "|thôi|hi|hey|thanks|cheers|btw)(?!\\p{L}).*|.*(?<!chúng )(?<!\\p{L})tôi(?!\\p{L}).*|.*[:;]-?[)(D].*");

    /** Whoever introduces himself writes for himself. */
    private static final Pattern MYSELF =
            Pattern.compile(".*\\b(toi (la|lam|cong tac|dang|ten)|i (am|have|would|will|work|want|wish))\\b.*");

    /** How staff call their own office when they write for it. */
    private static final Pattern OURSELVES =
            Pattern.compile(".*\\b((this|our) (department|office|division)|(the department|so) (therefore|also|further"
                    + "|se|da|nhan thay|khong|xin|kinh|de nghi|regrets|hereby|confirms?|will)|(so|phong|don vi) chung"
                    + " toi)\\b.*");

    private static final int SENTENCE_WORDS = 7;

    private final ShownNames names;
    private final Letterhead letterhead;
    private final DocumentCode code;

    OfficeStyle(ShownNames names, Letterhead letterhead, DocumentCode code) {
        this.names = names;
        this.letterhead = letterhead;
        this.code = code;
    }

    /** The turn of phrase, when something of ours stands beside it. */
    Optional<Evidence> in(List<TextLine> lines, String part) {
        return lines.stream()
                .filter(OfficeStyle::isFormal)
                .findFirst()
                .filter(formal -> lines.stream().noneMatch(OfficeStyle::isFamiliar))
                .filter(formal -> letterhead.isOurs(lines) || lines.stream().anyMatch(this::isOurDoing))
                .map(formal -> new Evidence(Evidence.Kind.STYLE, Evidence.ENOUGH, part, formal.text(), by(lines)));
    }

    private Mailbox by(List<TextLine> lines) {
        return lines.stream()
                .filter(this::isOurDoing)
                .flatMap(line -> names.mailboxOf(line.shown()).stream())
                .min(Comparator.comparing(Mailbox::kind))
                .orElseGet(names::agency);
    }

    private static boolean isFormal(TextLine line) {
        // Both spellings of the honorific are "quy" without marks; few lines have it, and the pattern is slow.
        boolean honours = line.plain().contains("quy ");
        return honours
                        && (HONORIFIC
                                        .matcher(line.text().toLowerCase(Locale.ROOT))
                                        .matches()
                                || HONORIFIC.matcher(line.plain()).matches())
                || PHRASE.matcher(line.plain()).matches()
                || DEMAND.matcher(line.plain()).matches();
    }

    private static boolean isFamiliar(TextLine line) {
        return FAMILIAR.matcher(line.text().toLowerCase(Locale.ROOT)).matches()
                || MYSELF.matcher(line.plain()).matches();
    }

    /** Our number, or our name within a sentence; in a signature or an address it stands alone. */
    private boolean isOurDoing(TextLine line) {
        return code.isIn(line.plain())
                || OURSELVES.matcher(line.plain()).matches()
                || line.words() >= SENTENCE_WORDS
                        && !names.isNameOnly(line.shown())
                        && (names.mailboxOf(line.shown()).isPresent() || code.isNamed(line.plain()));
    }
}
