package vn.vanthu.server.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.vanthu.server.status.GatewayStatus;
import vn.vanthu.server.status.StatusLine;

/** {@code ./vanthu status}: exit code 1 when something needs the administrator. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = {
            "Tình trạng: hàng đợi, thư lỗi, niêm phong, đĩa, chứng thư, sao lưu; mã thoát 1 khi có việc cần làm.",
            "How the gateway is; exit code 1 when something needs the administrator."
        })
final class StatusCommand extends ShellCommand {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Mixin
    private Folders folders = new Folders();

    @Option(names = "--json", description = "Mỗi mục một đối tượng JSON trên một dòng / one JSON object a line")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<StatusLine> lines = GatewayStatus.of(folders.configuration()).read();
        PrintWriter out = commandLine().getOut();
        for (StatusLine line : lines) {
            out.println(json ? json(line) : text(line));
        }
        return lines.stream().anyMatch(StatusLine::needsSomebody) ? 1 : 0;
    }

    private static String json(StatusLine line) throws JsonProcessingException {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("name", line.name())
                .put("level", line.level().code())
                .put("value", line.value())
                .put("text", line.vietnamese())
                .put("english", line.english()));
    }

    private static String text(StatusLine line) {
        String mark =
                switch (line.level()) {
                    case OK -> "  ";
                    case WARNING -> "! ";
                    case ALARM -> "!!";
                };
        return "%s %-12s %s%n   %12s %s".formatted(mark, line.name(), line.vietnamese(), "", line.english());
    }
}
