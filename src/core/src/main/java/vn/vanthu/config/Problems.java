package vn.vanthu.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong in one file, so that everything is told at once. For one thread.
 *
 * <p>What was found is shown on one line and shortened: a file may hold anything.
 */
public final class Problems {

    private static final int SHOWN_CHARACTERS = 120;
    private static final int NAMES_TOLD = 12;
    private static final int MOST_NAMES_TOLD = 30;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    /** @param file the name by which the administrator knows the file */
    public Problems(String file) {
        this.file = file;
    }

    /** Notes a wrong value. */
    public void add(String key, String found, String allowed) {
        add(key, found, allowed, null);
    }

    /** Notes a wrong value, with the known one that was probably meant. */
    public void add(String key, String found, String allowed, @Nullable String didYouMean) {
        problems.add(new Problem(file, key, shown(found), allowed, didYouMean));
    }

    /** Notes that something which must be there is not. */
    public void missing(String key, String allowed) {
        add(key, "(missing)", allowed);
    }

    /** Notes a name that nobody knows, with the nearest of those that are known. */
    public void unknown(String key, String found, Collection<String> known) {
        String nearest = NearestName.of(found, known).orElse(null);
        add(key, found, told(known, nearest != null), nearest);
    }

    public void addAll(Problems others) {
        problems.addAll(others.problems);
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    public List<Problem> list() {
        return List.copyOf(problems);
    }

    public void throwIfAny() throws ConfigurationException {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static String told(Collection<String> known, boolean nearestIsTold) {
        if (known.isEmpty()) {
            return "none";
        }
        int most = nearestIsTold ? NAMES_TOLD : MOST_NAMES_TOLD;
        return known.size() <= most ? String.join(", ", known) : "one of the " + known.size() + " known names";
    }

    private static String shown(String found) {
        String line = found.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
        if (line.length() <= SHOWN_CHARACTERS) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, SHOWN_CHARACTERS))) + "...";
    }
}
