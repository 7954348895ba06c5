package vn.vanthu.james.smtp;

import org.apache.james.protocols.smtp.hook.HookResult;
import org.apache.james.protocols.smtp.hook.HookReturnCode;

/**
 * Replies in the SMTP dialogue. James encodes them as ASCII, so the Vietnamese stands without its marks, and English
 * below it.
 */
final class Replies {

    private Replies() {}

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
