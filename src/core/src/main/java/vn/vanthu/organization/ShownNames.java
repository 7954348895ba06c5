package vn.vanthu.organization;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.vanthu.text.Lookalike;

/** Whose names a short text shows to the eye: a display name, a line of a letterhead, a signature. */
public final class ShownNames {

    /** Words in the name of every province; they tell no province from another. */
    private static final List<String> NO_PLACE = Lookalike.words("tỉnh thành phố TP sở ngoại vụ of the province city");

    private static final List<String> BESIDE =
            Lookalike.words("TM thay mặt tập thể lãnh đạo ban giám đốc tỉnh UBND và kính thư on behalf of the");

    private final Organization organization;
    private final List<NamePattern> agency;
    private final List<String> ownPlace;

    public ShownNames(Organization organization) {
        this.organization = organization;
        this.agency = NamePattern.longestFirst(organization.agency().names());
        this.ownPlace = Lookalike.words(String.join(" ", organization.agency().names()));
    }

    /** Whether it shows the agency: by one of its names, and not an agency of that name in another province. */
    public boolean showsAgency(String text) {
        List<String> words = Lookalike.words(text);
        return agency.stream()
                .filter(name -> name.isIn(words))
                .findFirst()
                .filter(name -> !isElsewhere(name.takenFrom(words)))
                .isPresent();
    }

    private boolean isElsewhere(List<String> rest) {
        return Provinces.namedIn(rest).stream().anyMatch(province -> !isOurs(province));
    }

    private boolean isOurs(NamePattern province) {
        return province.isIn(ownPlace) || NO_PLACE.containsAll(province.words());
    }

    /** The unit that it shows. */
    public Optional<Unit> unit(String text) {
        List<String> words = Lookalike.words(text);
        return organization.units().stream()
                .filter(unit -> unit.names().stream()
                        .anyMatch(name -> NamePattern.of(name).isIn(words)))
                .findFirst();
    }

    /** In whose name it speaks: the agency's mailbox, or that of the unit that it shows. */
    public Optional<Mailbox> mailboxOf(String text) {
        return showsAgency(text)
                ? Optional.of(agency())
                : unit(text)
                        .map(unit ->
                                unit.mailbox().flatMap(organization::mailbox).orElseGet(this::agency));
    }

    /** Whether it is nothing but the name of the agency or a unit, perhaps with "TM." before it or a place behind. */
    public boolean isNameOnly(String text) {
        List<String> words = Lookalike.words(text);
        Stream<NamePattern> units = organization.units().stream()
                .flatMap(unit -> unit.names().stream())
                .map(NamePattern::of);
        return Stream.concat(agency.stream(), units)
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
        List<String> words = Lookalike.words(text);
        return organization.people().stream()
                .filter(person -> NamePattern.of(person.name()).isIn(words));
    }
}
