package vn.vanthu.acceptance.campaign;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.vanthu.acceptance.campaign.Count.Column;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;

/** What the outside world took since the campaign began: nothing unapproved, nothing twice but around a crash. */
final class Departures {

    private static final Pattern SUBJECT = Pattern.compile("(?mi)^Subject: .*?(thu-[0-9a-f-]{36})");

    /** Only so many of the newest can have been on their way to the register when a gateway died: its relay's workers. */
    private static final int ON_THE_WAY = 16;

    private final Map<String, Integer> first = new HashMap<>();
    private final TreeSet<Integer> deaths = new TreeSet<>();
    private int looked;

    /** @param from how much the outside world had taken before */
    Departures(int from) {
        this.looked = from;
    }

    /**
     * Looks at what was taken since the last time.
     *
     * @param unapproved tokens of mail that must not leave
     * @param newDeaths how much had been taken when a gateway died since then
     */
    void look(List<Taken> taken, Set<String> unapproved, List<Integer> newDeaths, BiConsumer<Column, String> broken) {
        deaths.addAll(newDeaths);
        for (; looked < taken.size(); looked++) {
            String token = tokenOf(taken.get(looked));
            if (token.isEmpty()) {
                continue;
            }
            if (unapproved.contains(token)) {
                broken.accept(Column.LEAKED, token);
            }
            Integer before = first.putIfAbsent(token, looked);
            if (before != null) {
                broken.accept(diedRightAfter(before) ? Column.SENT_AGAIN : Column.TWICE_OUTSIDE, token);
            }
        }
    }

    private boolean diedRightAfter(int taken) {
        Integer death = deaths.higher(taken);
        return death != null && death <= looked && death - taken <= ON_THE_WAY;
    }

    boolean hasTaken(String token) {
        return first.containsKey(token);
    }

    /** Empty for a mail that is none of the campaign's. */
    static String tokenOf(Taken mail) {
        Matcher subject = SUBJECT.matcher(new String(mail.message(), StandardCharsets.ISO_8859_1));
        return subject.find() ? subject.group(1) : "";
    }
}
