package vn.vanthu.spam.rule;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import vn.vanthu.spam.content.MailContent;

/** What the attachments give away. */
final class AttachmentRules {

    private static final Pattern PROGRAM = Pattern.compile(
            ".*\\.(?:exe|scr|pif|com|bat|cmd|cpl|msi|js|jse|vbs|vbe|wsf|wsh|hta|ps1|jar|lnk|reg|iso|img|vhd|dll|chm|one|xll|application)\\s*");
    private static final Pattern DOUBLE = Pattern.compile(".*\\.(?:pdf|docx?|xlsx?|jpe?g|png|txt|zip|htm)["
            + " ._-]*\\.(?:exe|scr|pif|com|bat|cmd|js|vbs|hta|lnk|html?|iso|jar).*");
    private static final Pattern MACROS = Pattern.compile(".*\\.(?:docm|dotm|xlsm|xltm|xlam|xlsb|pptm|ppam|ppsm)\\s*");

    private AttachmentRules() {}

    static List<Rule> all() {
        return List.of(
                named("PROGRAM_ATTACHED", 2.5, "Đính kèm chương trình", PROGRAM),
                new Rule("PROGRAM_INSIDE", 3, "Đính kèm chương trình dưới tên khác", mail -> mail.executables() > 0),
                named("DOUBLE_EXTENSION", 2.5, "Tên tệp hai phần mở rộng", DOUBLE),
                named("MACROS_ATTACHED", 1.0, "Đính kèm tệp có macro", MACROS),
                named(
                        "WEB_PAGE_ATTACHED",
                        0.3,
                        "Đính kèm trang web",
                        Pattern.compile(".*\\.(?:s?html?|xhtml|svg|mht)\\s*")),
                new Rule("ATTACHED_PICTURE", 0.5, "Đính kèm ảnh GIF", mail -> mail.hasType("image/gif")),
                new Rule("ATTACHED_OFFICE", -0.4, "Đính kèm văn bản", mail -> mail.parts().stream()
                        .anyMatch(part -> part.fileName()
                                .toLowerCase(Locale.ROOT)
                                .matches(".*\\.(?:docx?|xlsx?|pptx?|odt|ods)\\s*"))));
    }

    private static Rule named(String name, double points, String meaning, Pattern file) {
        return new Rule(name, points, meaning, mail -> matches(mail, file));
    }

    private static boolean matches(MailContent mail, Pattern file) {
        return mail.parts().stream()
                .anyMatch(part ->
                        file.matcher(part.fileName().toLowerCase(Locale.ROOT)).matches());
    }
}
