package vn.vanthu.acceptance.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.acceptance.harness.GatewayProcess;

/** Every step of {@code mailetcontainer.xml}, with a {@link StepMailet} before it. */
final class Steps {

    private static final Pattern LINE =
            Pattern.compile("<processor state=\"([^\"]+)\"|<mailet match=\"[^\"]+\" class=\"([^\"]+)\"");
    private static final String FILE = "mailetcontainer.xml";

    private final Path data;
    private final List<String> names = new ArrayList<>();

    private Steps(Path data) {
        this.data = data;
    }

    /** Changes the gateway's configuration; RecordMail stays first, and the error processors stay as they are. */
    static Steps putInto(GatewayProcess gateway) throws IOException {
        Steps steps = new Steps(gateway.data());
        gateway.conf().write(FILE, steps.with(gateway.conf().read(FILE)));
        return steps;
    }

    private String with(String xml) {
        StringBuilder changed = new StringBuilder();
        Matcher line = LINE.matcher(xml);
        String processor = "";
        while (line.find()) {
            if (line.group(1) != null) {
                processor = line.group(1);
            } else if (!processor.equals("error") && !line.group(2).endsWith(".RecordMail")) {
                String name = processor + ", trước " + line.group(2).replaceAll(".*\\.", "");
                names.add(name);
                line.appendReplacement(changed, Matcher.quoteReplacement(mailet(names.size() - 1) + line.group()));
            }
        }
        return line.appendTail(changed).toString();
    }

    private String mailet(int number) {
        return "<mailet match=\"All\" class=\"" + StepMailet.class.getName() + "\"><trigger>" + trigger(number)
                + "</trigger></mailet>\n            ";
    }

    /** The next mail that comes to this step ends the process while the file is there. */
    Path trigger(int number) {
        return data.resolveSibling("step-" + number);
    }

    /** {@code processor, trước MAILET}. */
    List<String> names() {
        return names;
    }
}
