package vn.vanthu.config;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The names that one place of the configuration knows: the keys of a file, the parameters of a mailet.
 *
 * @param names in the order in which people are told them
 */
public record KnownNames(List<String> names) {

    public KnownNames {
        names = List.copyOf(names);
        if (Set.copyOf(names).size() != names.size()) {
            throw new IllegalArgumentException("a name stands there twice: " + names);
        }
    }

    public static KnownNames of(String... names) {
        return new KnownNames(List.of(names));
    }

    public boolean knows(String name) {
        return names.contains(name);
    }

    /**
     * Notes each name that is not known, with the nearest that is.
     *
     * @param where what the names belong to, for example {@code mailet RecordMail}
     */
    public void check(String where, Collection<String> found, Problems problems) {
        found.stream().filter(name -> !knows(name)).forEach(name -> problems.unknown(where + ": " + name, name, names));
    }
}
