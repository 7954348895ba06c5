package vn.vanthu.document.layout;

import java.util.regex.Pattern;

/** One place as it stands under "Nơi nhận" or "Kính gửi". */
final class Places {

    private static final Pattern PURPOSE = Pattern.compile(
            "\\s*\\((?:de|b/c|bc|t/h|thay|bao cao|thuc hien|phoi hop|ph/h|qua|gui|theo doi|chi dao|biet|dang|ban dien"
                    + " tu|ban giay)\\b[^)]*\\)?[\\s;.,]*$|\\s*\\([a-z]{1,2}[/l]?.?\\)[\\s;.,]*$|\\s*\\(b[/|l1]?c?$");

    private Places() {}

    /** Without the sign before it, the purpose and the stop behind it. */
    static String tidied(String line) {
        String place = line.replaceFirst("^[\\s\\p{Pd}+*•·▪●○~=]+", "").replaceFirst("[\\s;.,:/]+$", "");
        var purpose = PURPOSE.matcher(Plain.of(place));
        return purpose.find() ? place.substring(0, purpose.start()).replaceFirst("[\\s;.,:]+$", "") : place;
    }
}
