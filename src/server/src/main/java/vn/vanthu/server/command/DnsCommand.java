package vn.vanthu.server.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import vn.vanthu.config.Setting;
import vn.vanthu.james.DkimKey;
import vn.vanthu.server.setup.DkimKeys;
import vn.vanthu.server.setup.GatewayConfiguration;

/** {@code ./vanthu dns}: the records to publish. */
@Command(
        name = "dns",
        mixinStandardHelpOptions = true,
        description = {"In các bản ghi MX, SPF, DKIM, DMARC cần công bố.", "Prints the DNS records to publish."})
final class DnsCommand extends ShellCommand {

    /** A TXT string holds at most 255 characters (RFC 1035, 3.3.14). */
    private static final int TXT_LENGTH = 255;

    @Mixin
    private Folders folders = new Folders();

    @Override
    public Integer call() throws Exception {
        GatewayConfiguration configuration = folders.configuration();
        DkimKey key = DkimKeys.of(configuration, folders.data);
        String host = configuration.hostname();
        String smarthost = configuration.settings().has(Setting.SMARTHOST)
                ? " include:"
                        + configuration.settings().smarthost().orElseThrow().host()
                : "";
        PrintWriter out = out();
        for (String domain : configuration.organization().get().agency().domains()) {
            out.println(domain + ". IN MX 10 " + host + ".");
            out.println(domain + ". IN TXT \"v=spf1 mx" + smarthost + " -all\"");
            out.println("_dmarc." + domain + ". IN TXT \"v=DMARC1; p=quarantine; adkim=s; aspf=s\"");
        }
        String record = key.published();
        out.println(key.selector() + "._domainkey." + key.domain() + ". IN TXT " + strings(record));
        return 0;
    }

    private static String strings(String text) {
        StringBuilder strings = new StringBuilder();
        for (int start = 0; start < text.length(); start += TXT_LENGTH) {
            strings.append(start == 0 ? "" : " ")
                    .append('"')
                    .append(text, start, Math.min(text.length(), start + TXT_LENGTH))
                    .append('"');
        }
        return strings.toString();
    }
}
