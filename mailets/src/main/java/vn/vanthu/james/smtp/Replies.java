package vn.vanthu.james.smtp;

import java.text.Normalizer;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;
import vn.vanthu.decision.Decision;

/**
 * Replies in the SMTP dialogue. James encodes them as ASCII, so the Vietnamese stands without its marks, and English
 * below it.
 */
final class Replies {

    private Replies() {}

    /** What a rule decided: the refusal with its clause, or nothing to say. */
    static HookResult of(Decision decision, String english) {
        if (decision.verdict() != Decision.Verdict.REFUSE) {
            return HookResult.DECLINED;
        }
        String vietnamese = decision.reason().text() + " (" + decision.reason().clause() + ")";
        return refuse("550", "5.7.1", unaccented(vietnamese), english);
    }

    /** Vietnamese letters without their marks; what is not ASCII then becomes '?'. */
    private static String unaccented(String vietnamese) {
        String plain = Normalizer.normalize(vietnamese, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('đ', 'd')
                .replace('Đ', 'D');
        return plain.replaceAll("[^\\x20-\\x7E]", "?");
    }

    /** For good: the client must not try again. */
    static HookResult refuse(String code, String status, String vietnamese, String english) {
        return reply(HookReturnCode.deny(), code, status, vietnamese, english);
    }

    /** For now: the client keeps the mail and tries again. */
    static HookResult later(String code, String status, String vietnamese, String english) {
        return reply(HookReturnCode.denySoft(), code, status, vietnamese, english);
    }

    private static HookResult reply(
            HookReturnCode action, String code, String status, String vietnamese, String english) {
        return HookResult.builder()
                .hookReturnCode(action)
                .smtpReturnCode(code)
                .smtpDescription(status + " " + vietnamese + " / " + english)
                .build();
    }
}
