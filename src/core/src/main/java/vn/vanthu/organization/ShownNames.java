package vn.vanthu.organization;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.text.Lookalike;

/** Whose names a short text shows to the eye: a display name, a line of a letterhead, a signature. */
public final class ShownNames {

    /** Words in the name of every province; they tell no province from another. */
    private static final List<String> NO_PLACE = Lookalike.words("tỉnh thành phố TP sở ngoại vụ of the province city");

    private static final List<String> BESIDE = Lookalike.words(
            "TM thay mặt tập thể lãnh đạo ban giám đốc tỉnh UBND và kính thư on behalf of the office province");

    /** What stands between an agency's name and its province. */
    private static final List<String> PLACE_KINDS = Lookalike.words("của tỉnh thành phố TP of province city");

    private final Organization organization;
    private final List<NamePattern> agency;
    private final Map<Unit, List<NamePattern>> units = new LinkedHashMap<>();
    private final Map<Person, NamePattern> people = new LinkedHashMap<>();
    private final List<String> ownPlace;

    public ShownNames(Organization organization) {
        this.organization = organization;
        this.agency = NamePattern.longestFirst(organization.agency().names());
        this.ownPlace = Lookalike.words(String.join(" ", organization.agency().names()));
        organization
                .units()
                .forEach(unit -> units.put(
                        unit, unit.names().stream().map(NamePattern::of).toList()));
        organization.people().forEach(person -> people.put(person, NamePattern.of(person.name())));
    }

    /** Whether it shows the agency: by one of its names, and not an agency of that name in another province. */
    public boolean showsAgency(String text) {
        return showsAgency(Lookalike.words(text));
    }

    private boolean showsAgency(List<String> words) {
        return agency.stream()
                .filter(name -> name.isIn(words))
                .findFirst()
                .filter(name -> !isElsewhere(name.takenFrom(words)))
                .isPresent();
    }

    /**
     * Whether it names a province that is not ours.
     *
     * @param rest words of the text, by {@link Lookalike#words}
     */
    public boolean isElsewhere(List<String> rest) {
        return Provinces.namedIn(rest).stream().anyMatch(province -> !isOurs(province));
    }

    /**
     * Whether what it names first is an agency of our name in another province, as "Sở Ngoại vụ tỉnh Hà Tĩnh" beside ours. A
     * province further behind is whom ours speaks to.
     *
     * @param words of the text, by {@link Lookalike#words}
     */
    public boolean isNamesake(List<String> words) {
        return agency.stream()
                .filter(name -> name.isIn(words))
                .findFirst()
                .map(name -> name.behind(words).stream()
                        .dropWhile(PLACE_KINDS::contains)
                        .toList())
                .filter(place -> Provinces.atStartOf(place).stream().anyMatch(province -> !isOurs(province)))
                .isPresent();
    }

    private boolean isOurs(NamePattern province) {
        return province.isIn(ownPlace) || NO_PLACE.containsAll(province.words());
    }

    /** The unit that it shows. */
    public Optional<Unit> unit(String text) {
        return unit(Lookalike.words(text));
    }

    private Optional<Unit> unit(List<String> words) {
        return units.entrySet().stream()
                .filter(unit -> unit.getValue().stream().anyMatch(name -> name.isIn(words)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** In whose name it speaks: the agency's mailbox, or that of the unit that it shows. */
    public Optional<Mailbox> mailboxOf(String text) {
        return mailboxOf(Lookalike.words(text));
    }

    /** @param words of the text, by {@link Lookalike#words} */
    public Optional<Mailbox> mailboxOf(List<String> words) {
        return showsAgency(words)
                ? Optional.of(agency())
                : unit(words)
                        .map(unit ->
                                unit.mailbox().flatMap(organization::mailbox).orElseGet(this::agency));
    }

    /**
     * Whether it is nothing but the name of the agency or a unit, perhaps with "TM." before it or a place behind.
     *
     * @param words of the text, by {@link Lookalike#words}
     */
    public boolean isNameOnly(List<String> words) {
        return Stream.concat(agency.stream(), units.values().stream().flatMap(List::stream))
                .anyMatch(name -> name.isIn(words)
                        && name.takenFrom(words).stream()
                                .allMatch(word -> ownPlace.contains(word) || BESIDE.contains(word)));
    }

    /** The agency's own mailbox. */
    public Mailbox agency() {
        return new Mailbox(
                organization.agency().mailbox(),
                Mailbox.Kind.AGENCY,
                organization.agency().name());
    }

    /** Everyone whose full name it shows. */
    public Stream<Person> people(String text) {
        return people(Lookalike.words(text));
    }

    /** @param words of the text, by {@link Lookalike#words} */
    public Stream<Person> people(List<String> words) {
        return people.entrySet().stream()
                .filter(person -> person.getValue().isIn(words))
                .map(Map.Entry::getKey);
    }
}
