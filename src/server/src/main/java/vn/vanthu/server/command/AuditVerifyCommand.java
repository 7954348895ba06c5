package vn.vanthu.server.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.register.audit.Format;
import vn.vanthu.register.store.AuditAccess;
import vn.vanthu.register.store.Erased;
import vn.vanthu.register.store.Finding;
import vn.vanthu.register.store.SealHead;
import vn.vanthu.register.store.Verification;

/** {@code ./vanthu audit verify}: exit code 1 when something was altered. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Chứng minh không ai sửa sổ: tìm dòng bị sửa, xóa, chèn, đổi thứ tự.",
            "Proves that nobody altered the register, or names what was altered."
        })
final class AuditVerifyCommand extends ShellCommand {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm:ss").withZone(ZoneId.of("Asia/Ho_Chi_Minh"));

    @Mixin
    private RegisterOptions register = new RegisterOptions();

    @Option(
            names = "--head",
            paramLabel = "FILE|HASH",
            description = "Dấu niêm phong đã biết từ thư hằng ngày / a seal head known from the daily mail")
    private @Nullable String head;

    @Override
    public Integer call() throws Exception {
        if (register.format() != Format.TABLE && register.format() != Format.JSON) {
            throw register.wrong("--format", register.format().toString(), "table, json");
        }
        String known = head == null ? "" : knownHead(head);
        PrintWriter err = commandLine().getErr();
        boolean onTerminal = System.console() != null;
        LongConsumer progress = rows -> {
            if (onTerminal) {
                err.print("\r  " + rows + " dòng / rows ...");
                err.flush();
            }
        };
        register.note();
        Verification result = AuditAccess.verify(register.settings(), known, progress);
        if (onTerminal) {
            err.print("\r                              \r");
        }
        if (register.format() == Format.JSON) {
            VerificationJson.write(result, register.writer());
        } else {
            print(result, commandLine().getOut());
        }
        return result.isIntact() ? 0 : 1;
    }

    private String knownHead(String given) throws IOException {
        return KnownHead.in(given).orElseThrow(() -> register.wrong("--head", given, KnownHead.ALLOWED));
    }

    private static void print(Verification result, PrintWriter out) {
        for (Finding finding : result.findings()) {
            out.println(finding);
        }
        for (Erased erased : result.erased()) {
            out.println("Xóa theo luật / erased by law: " + erased.table() + " " + erased.row() + ": " + erased.fields()
                    + "; " + TIME.format(erased.at()) + ", " + erased.login() + " (" + erased.systemUser() + "): "
                    + erased.reason());
        }
        out.println((result.isIntact() ? "Nguyên vẹn / intact: " : "ĐÃ BỊ SỬA / ALTERED: ") + result.rows()
                + " dòng / rows, " + result.seals() + " niêm phong / seals, " + result.unsealed()
                + " chưa niêm phong / not yet sealed");
        SealHead newest = result.head();
        if (newest != null) {
            out.println("Dấu niêm phong mới nhất / newest seal head: " + newest.number() + " " + newest.hash());
        }
        if (!result.headKnown()) {
            out.println(
                    "Không đối chiếu dấu đã biết nên không loại trừ việc cắt đuôi hoặc viết lại toàn bộ; dùng --head.");
            out.println("Without a known head, truncation and rewriting are not excluded; see --head.");
        }
    }
}
