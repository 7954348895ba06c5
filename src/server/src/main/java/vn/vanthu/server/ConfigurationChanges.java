package vn.vanthu.server;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import vn.vanthu.james.Notices;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.server.setup.DataFolder;
import vn.vanthu.server.setup.GatewayConfiguration;

/**
 * Tells the Office what changed in the configuration, at a start and while the gateway runs: rules that somebody loosened
 * do not pass unseen. What was in force before is kept in the data folder.
 */
final class ConfigurationChanges {

    private static final String IN_FORCE = "configuration.in-force";
    private static final int MOST_LINES = 200;

    private final GatewayConfiguration configuration;
    private final Notices notices;
    private final Path inForce;

    ConfigurationChanges(GatewayConfiguration configuration, Notices notices) {
        this.configuration = configuration;
        this.notices = notices;
        this.inForce = configuration.options().data().resolve(IN_FORCE);
    }

    /** Done again after a crash it is the same mail, which is delivered once. */
    void tell() throws IOException, MessagingException {
        String now = configuration.content();
        if (Files.exists(inForce)) {
            String before = Files.readString(inForce);
            if (before.equals(now)) {
                return;
            }
            List<String> readers = readers();
            if (!readers.isEmpty()) {
                notices.tell(
                        name(),
                        readers,
                        "Cấu hình hệ thống thư đã thay đổi (" + configuration.version() + ")",
                        text(difference(before, now)));
            }
        }
        DataFolder.writePrivate(inForce, now);
    }

    private String name() throws IOException {
        return "configuration-" + configuration.version() + "-"
                + Files.getLastModifiedTime(inForce).toMillis();
    }

    private List<String> readers() {
        Organization organization = configuration.organization().get();
        return Stream.of(Role.OFFICE_HEAD, Role.CLERK)
                .map(organization::withRole)
                .filter(people -> !people.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .map(Person::address)
                .toList();
    }

    static List<String> difference(String before, String now) {
        List<String> old = before.lines().toList();
        return UnifiedDiffUtils.generateUnifiedDiff(
                        "trước", "nay", old, DiffUtils.diff(old, now.lines().toList()), 1)
                .stream()
                .skip(2)
                .toList();
    }

    private String text(List<String> difference) {
        String shown = difference.stream()
                .limit(MOST_LINES)
                .map(line -> "    " + line + "\n")
                .collect(Collectors.joining());
        String rest = difference.size() > MOST_LINES
                ? "    ... còn " + (difference.size() - MOST_LINES) + " dòng (more lines)\n"
                : "";
        return "Cấu hình của hệ thống thư đã thay đổi và đang có hiệu lực (phiên bản " + configuration.version()
                + "). Dòng có dấu - là trước đây, dấu + là hiện nay; mật khẩu không hiện ra:\n\n" + shown + rest + "\n"
                + "Việc cần làm: nếu thay đổi này không do cơ quan quyết định, hỏi quản trị ngay và yêu cầu khôi phục."
                + " Ai thay đổi, lúc nào: nhat_ky_quan_tri.\n\nCăn cứ: Quy chế, Điều 5 khoản 3.\n\n--\n"
                + "The configuration was changed and is in force. Lines with - were before, lines with + are now. If"
                + " nobody in the office decided this, ask the administrator at once.\n";
    }
}
