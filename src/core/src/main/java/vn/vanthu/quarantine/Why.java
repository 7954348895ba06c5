package vn.vanthu.quarantine;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.vanthu.spam.rule.Rules;

/** Tells people why a mail got its points. */
public final class Why {

    private static final int MOST = 3;
    private static final Map<String, String> OTHERS = Map.of(
            "LEARNED", "Giống những thư mà cơ quan đã báo là rác",
            "SPF_FAIL", "Máy chủ gửi không được tên miền người gửi cho phép",
            "SPF_SOFTFAIL", "Máy chủ gửi không có trong danh sách của tên miền người gửi",
            "DKIM_FAIL", "Chữ ký của máy chủ gửi không đúng",
            "DMARC_REJECT", "Tên miền người gửi bị giả",
            "DMARC_QUARANTINE", "Tên miền người gửi bị giả",
            "DMARC_NONE", "Tên miền người gửi không được chứng thực");

    private final Rules rules = new Rules();

    /** @param tests as in {@code X-Spam-Status}: what says most comes first */
    public String of(String tests) {
        return Arrays.stream(tests.split(",", -1))
                .filter(test -> !test.contains("=-"))
                .map(test -> test.replaceAll("=.*", "").strip())
                .flatMap(symbol -> meaning(symbol).stream())
                .distinct()
                .limit(MOST)
                .collect(Collectors.joining("; "));
    }

    private Optional<String> meaning(String symbol) {
        return rules.meaning(symbol).or(() -> Optional.ofNullable(OTHERS.get(symbol)));
    }
}
