package vn.vanthu.server.command;

import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
        String senders = configuration
                .settings()
                .smarthost()
                .map(relay -> "mx " + spf(relay.host()))
                .orElse("mx");
        PrintWriter out = out();
        for (String domain : configuration.organization().get().agency().domains()) {
            out.println(domain + ". IN MX 10 " + host + ".");
            out.println(domain + ". IN TXT \"v=spf1 " + senders + " -all\"");
            out.println("_dmarc." + domain + ". IN TXT \"v=DMARC1; p=none; adkim=s; aspf=s\"");
            out.println(key.selector() + "._domainkey." + domain + ". IN TXT " + strings(key.published()));
        }
        return 0;
    }

    /** The mechanism that names a host by its address records or by its address (RFC 7208, 5.3 and 5.6). */
    private static String spf(String host) {
        if (host.contains(":")) {
            return "ip6:" + host;
        }
        return (host.matches("[0-9.]+") ? "ip4:" : "a:") + host;
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
