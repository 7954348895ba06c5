package vn.vanthu.james.spam;

import com.google.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.mail.MessagingException;
import vn.vanthu.james.Parameters;

/** Makes the advisers that a mailet's parameters name. */
public final class AdviserParameters {

    /** The names of the parameters. */
    public static final List<String> NAMES = List.of("blockLists", "rspamd", "spamAssassin", "adviceTimeout");

    private static final Pattern LIST = Pattern.compile("([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)\\s+([0-9.]{1,4})");
    private static final Pattern HOST_PORT = Pattern.compile("([A-Za-z0-9._-]+):(\\d{1,5})");

    private final NameServers names;
    private final Clock clock;

    @Inject
    public AdviserParameters(NameServers names, Clock clock) {
        this.names = names;
        this.clock = clock;
    }

    /** @throws MessagingException for a wrong value, which stops the start */
    public Advisers read(Parameters parameters) throws MessagingException {
        Duration limit = parameters.duration("adviceTimeout", Duration.ofSeconds(5));
        if (limit.isZero() || limit.toSeconds() > 30) {
            throw parameters.wrong("adviceTimeout", limit.toSeconds() + "s", "1s to 30s");
        }
        List<Adviser> advisers = new ArrayList<>(blockLists(parameters));
        String rspamd = parameters.text("rspamd", "");
        if (!rspamd.isEmpty()) {
            if (!rspamd.matches("https?://[A-Za-z0-9._-]+(:\\d{1,5})?/?")) {
                throw parameters.wrong("rspamd", rspamd, "the address of a normal worker: http://127.0.0.1:11333");
            }
            advisers.add(new Rspamd(URI.create(rspamd), limit));
        }
        String spamAssassin = parameters.text("spamAssassin", "");
        if (!spamAssassin.isEmpty()) {
            Matcher place = HOST_PORT.matcher(spamAssassin);
            if (!place.matches() || Integer.parseInt(place.group(2)) > 65_535) {
                throw parameters.wrong("spamAssassin", spamAssassin, "HOST:PORT of spamd: 127.0.0.1:783");
            }
            advisers.add(new SpamAssassin(place.group(1), Integer.parseInt(place.group(2)), limit));
        }
        return new Advisers(advisers, limit, clock);
    }

    private List<BlockList> blockLists(Parameters parameters) throws MessagingException {
        List<BlockList> lists = new ArrayList<>();
        String value = parameters.text("blockLists", "");
        for (String each : value.isEmpty() ? new String[0] : value.split(",")) {
            Matcher list = LIST.matcher(each.strip());
            double points = list.matches() ? number(list.group(2)) : 0;
            if (points <= 0 || points > 4) {
                throw parameters.wrong(
                        "blockLists", each.strip(), "names with points above 0 and up to 4: zen.spamhaus.org 3, ...");
            }
            lists.add(new BlockList(list.group(1), points, names, clock));
        }
        return lists;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
