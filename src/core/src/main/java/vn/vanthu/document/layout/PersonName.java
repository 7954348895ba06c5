package vn.vanthu.document.layout;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The name of a person, as it stands alone under a signature. */
final class PersonName {

    private static final Set<String> FAMILIES = Set.of(
            "nguyen", "tran", "le", "pham", "hoang", "huynh", "phan", "vu", "vo", "dang", "bui", "do", "ho", "ngo",
            "duong", "ly", "dinh", "truong", "luong", "doan", "trinh", "mai", "dao", "ta", "ha", "cao", "lam", "thai",
            "chau", "to", "ton", "quach", "kieu", "vuong", "phung", "luu", "la", "thach", "kim", "bach", "van", "dong",
            "nong", "hua", "chu", "cu", "khong", "ong", "ma", "trieu", "vien", "tu", "tong", "luc", "giang", "lo", "vi",
            "dieu", "y", "ksor", "siu", "rmah", "kpa", "nay", "ro", "thi", "son", "quan", "nghiem", "an", "au", "bo",
            "che", "dam", "dau", "diep", "giap", "han", "khuc", "lai", "lu", "luyen", "mac", "ninh", "nhu", "phu",
            "quang", "tang", "than", "tieu", "trang", "ung", "uong", "hau", "khuong", "ngac", "sam", "be", "hoa",
            "thieu", "bien", "cam", "chung", "ca", "hang", "lieu", "thang", "tat", "luan", "phi", "bang", "a", "hu",
            "lau", "sung", "thao", "vang", "rcham", "hoac", "mau", "moc", "nhan");
    /** As they are written; a scanner puts other signs on them. */
    private static final Map<String, String> WRITTEN = Map.ofEntries(
            Map.entry("nguyen", "Nguyễn"),
            Map.entry("tran", "Trần"),
            Map.entry("le", "Lê"),
            Map.entry("pham", "Phạm"),
            Map.entry("hoang", "Hoàng"),
            Map.entry("huynh", "Huỳnh"),
            Map.entry("phan", "Phan"),
            Map.entry("phau", "Phan"),
            Map.entry("vo", "Võ"),
            Map.entry("vu", "Vũ"),
            Map.entry("dang", "Đặng"),
            Map.entry("bui", "Bùi"),
            Map.entry("do", "Đỗ"),
            Map.entry("ngo", "Ngô"),
            Map.entry("duong", "Dương"),
            Map.entry("dinh", "Đinh"),
            Map.entry("truong", "Trương"),
            Map.entry("trinh", "Trịnh"),
            Map.entry("doan", "Đoàn"),
            Map.entry("luong", "Lương"),
            Map.entry("ly", "Lý"),
            Map.entry("ta", "Tạ"),
            Map.entry("ha", "Hà"),
            Map.entry("ho", "Hồ"),
            Map.entry("tong", "Tống"));

    /** Under a seal one is read for the other. */
    private static final String ROUND = "aceo";

    private static final Pattern RANK = Pattern.compile(
            "^(?:(?:gs|pgs|ts|ths|bs|ckii|cki|bsckii|bscki|ck1|ck2|ks|cn|dai ta|thuong ta|trung ta|thieu ta|dai"
                    + " uy|trung uy|thuong uy|thieu tuong|trung tuong|thuong tuong|dai tuong|ong|ba|d/c|dong chi|nha"
                    + " giao|luat su|ls)[.,:]?\\s*)+(?=\\p{L})");
    /** What a scanner makes of a seal's rim and of dust. */
    private static final Pattern SPECKS = Pattern.compile("[\"“”„|*~^_`´°]+|(?<=\\p{Ll}{2})[.,](?= \\p{Lu}\\p{Ll})");

    private static final Pattern BEHIND = Pattern.compile("[\\s.,;:*_]+$");
    private static final Pattern BEFORE = Pattern.compile("^[^\\p{L}]+");
    private static final Pattern WORD = Pattern.compile("\\p{Lu}[\\p{L}'’-]{0,8}|H['’]\\p{L}+");

    private static final Pattern AT_END =
            Pattern.compile("(?<=[;.,)] |[;.)])\\s*((?:\\p{Lu}[\\p{L}']*\\s){1,4}\\p{Lu}[\\p{L}']*)$");

    private PersonName() {}

    /** Two to five words of letters, each with a capital, with or without an academic or military rank before them. */
    static boolean is(String line) {
        String name = withoutRank(line);
        String[] words = name.split(" ", -1);
        if (words.length < 2 || words.length > 6 || name.length() > 40) {
            return false;
        }
        for (String word : words) {
            if (!WORD.matcher(word).matches()) {
                return false;
            }
        }
        return true;
    }

    /** Whether it begins with a family name that is usual in Viet Nam, and is no title. */
    static boolean isUsual(String line) {
        return is(line)
                && !Position.isTitle(line)
                && FAMILIES.contains(Plain.of(withoutRank(line)).split(" ", 2)[0]);
    }

    static String withoutRank(String line) {
        String text = SPECKS.matcher(
                        BEFORE.matcher(BEHIND.matcher(line).replaceAll("")).replaceAll(""))
                .replaceAll("");
        Matcher rank = RANK.matcher(Plain.of(text));
        boolean found = rank.find()
                && (text.substring(0, rank.end()).contains(".")
                        || rank.group().contains(" ") && rank.group().length() > 4);
        return found ? text.substring(rank.end()) : text;
    }

    /** The name as it is written in running text. */
    static String written(String line) {
        String name = withoutRank(line);
        if (!Plain.isCapitals(name)) {
            return name;
        }
        StringBuilder written = new StringBuilder();
        for (String word : name.toLowerCase(Locale.ROOT).split(" ", -1)) {
            written.append(written.isEmpty() ? "" : " ").append(Plain.capitalised(word));
        }
        return written.toString();
    }

    /** The name as a scanner read it, with the family name as it is written. */
    static String mended(String name) {
        String[] words = name.split(" ", 2);
        String plain = Plain.of(words[0]);
        String family = WRITTEN.getOrDefault(plain, FAMILIES.contains(plain) ? words[0] : nearest(plain, words[0]));
        return words.length < 2 ? name : family + " " + words[1];
    }

    /** The family name that differs in one letter; of a short one only a round letter, with the same marks on it. */
    private static String nearest(String plain, String read) {
        return WRITTEN.entrySet().stream()
                .filter(family -> family.getKey().length() >= 4
                        ? Likeness.distance(plain, family.getKey()) == 1
                        : differsInRoundLetter(read, family.getValue()))
                .map(Map.Entry::getValue)
                .sorted()
                .findFirst()
                .orElse(read);
    }

    private static boolean differsInRoundLetter(String one, String other) {
        String first = Normalizer.normalize(one, Normalizer.Form.NFD);
        String second = Normalizer.normalize(other, Normalizer.Form.NFD);
        int[] different = IntStream.range(0, Math.min(first.length(), second.length()))
                .filter(i -> first.charAt(i) != second.charAt(i))
                .toArray();
        return first.length() == second.length()
                && different.length == 1
                && ROUND.indexOf(first.charAt(different[0])) >= 0
                && ROUND.indexOf(second.charAt(different[0])) >= 0;
    }

    /** Where a usual name at the end of a longer line begins; -1 for none. */
    static int atEnd(String line) {
        Matcher matcher = AT_END.matcher(line);
        return matcher.find() && isUsual(matcher.group(1)) ? matcher.start(1) : -1;
    }
}
