package vn.vanthu.registration;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/**
 * The places named under "Nơi nhận" against the envelope (Điều 3 khoản 3), through the address book.
 *
 * @param missing places of the address book that are named and get nothing
 * @param extra recipients outside that belong to no named place
 * @param unknown names that the address book does not know: nothing can be said about them
 */
public record PlaceComparison(List<Place> missing, List<String> extra, List<String> unknown) {

    public PlaceComparison {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        unknown = List.copyOf(unknown);
    }

    /** Whether the agency itself issued the document: others' places are not ours to compare. */
    public static boolean isOurs(OfficialDocument document, Organization organization) {
        String issuer = document.fields().get(Field.ISSUER);
        return organization.agency().names().stream().anyMatch(name -> name.equalsIgnoreCase(issuer));
    }

    /** @param recipients full addresses, lower case */
    public static PlaceComparison of(OfficialDocument document, List<String> recipients, Organization organization) {
        List<Place> named = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : names(document)) {
            Optional<Place> place = organization.place(name);
            place.ifPresent(named::add);
            if (place.isEmpty() && !isInside(name, organization)) {
                unknown.add(name);
            }
        }
        List<Place> missing = named.stream()
                .filter(place -> recipients.stream().noneMatch(place::owns))
                .toList();
        List<String> extra = recipients.stream()
                .filter(recipient -> !organization.isInside(recipient))
                .filter(recipient -> named.stream().noneMatch(place -> place.owns(recipient)))
                .toList();
        // Whoever is extra may be one of the names that are not in the address book.
        return new PlaceComparison(missing, unknown.isEmpty() ? extra : List.of(), unknown);
    }

    public boolean isComplete() {
        return missing.isEmpty() && extra.isEmpty();
    }

    /** The addressees stand for "Như trên"; what is kept or internal by its form is no place. */
    private static Set<String> names(OfficialDocument document) {
        Set<String> names = new LinkedHashSet<>(document.addressees());
        document.toPlaces().stream().filter(name -> !isForm(name)).forEach(names::add);
        return names;
    }

    private static boolean isForm(String name) {
        String words = Unaccented.words(name);
        return words.startsWith("nhu ") || words.startsWith("luu") || words.startsWith("website");
    }

    private static boolean isInside(String name, Organization organization) {
        String words = Unaccented.words(name);
        return organization.agency().names().stream()
                        .anyMatch(own -> Unaccented.words(own).equals(words))
                || organization.units().stream().anyMatch(unit -> words.contains(Unaccented.words(unit.name())))
                || words.matches("(cac )?(phong|ban|don vi|to chuc)?( )?(chuyen mon|thuoc|truc thuoc)( so)?.*")
                || words.matches("(giam doc|pho giam doc|lanh dao|ban giam doc|cac pho giam doc|cac pgd|gd)\\b.*");
    }
}
