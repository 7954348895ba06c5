package vn.vanthu.document;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Place;
import vn.vanthu.text.Unaccented;

/**
 * The places named under "Nơi nhận" beside the recipients of the envelope (Điều 3 khoản 3 of the regulation; NĐ 30/2020,
 * Annex I.II.9). Only places outside are compared: what goes to the agency's own units and people is not.
 *
 * @param missing named, and in the address book, but no recipient belongs to them
 * @param extra recipients outside that belong to no named place
 * @param unknown named, but the address book does not know them
 */
public record NamedPlaces(List<Place> missing, List<String> extra, List<String> unknown) {

    /** "Như trên" stands for those under "Kính gửi". */
    private static final Pattern AS_ADDRESSED = Pattern.compile("nhu (?:tren|kinh gui)");

    /** Persons of the text, the agency's own leaders and units. */
    private static final Pattern OWN = Pattern.compile(
            "nhu (?:dieu|muc) .*|(?:ban |cac )?(?:lanh dao|giam doc|pho giam doc|phong|van phong|don vi truc"
                    + " thuoc|nguoi)(?: .*)?|(?:cac )?(?:phong|don vi)(?:,.*| .*)?(?: thuoc so| so)?|luu.*");

    public NamedPlaces {
        missing = List.copyOf(missing);
        extra = List.copyOf(extra);
        unknown = List.copyOf(unknown);
    }

    /**
     * Compares.
     *
     * @param recipients complete addresses of the envelope
     */
    public static NamedPlaces of(OfficialDocument document, List<String> recipients, Organization organization) {
        List<String> names = document.toPlaces().stream()
                .flatMap(name -> AS_ADDRESSED.matcher(Unaccented.words(name)).matches()
                        ? document.addressees().stream()
                        : Stream.of(name))
                .filter(name -> !isOwn(name, organization))
                .distinct()
                .toList();
        List<Place> places = names.stream()
                .flatMap(name -> organization.place(name).stream())
                .distinct()
                .toList();
        return new NamedPlaces(
                places.stream()
                        .filter(place -> recipients.stream().noneMatch(place::owns))
                        .toList(),
                recipients.stream()
                        .filter(address -> !organization.isInside(address))
                        .filter(address -> places.stream().noneMatch(place -> place.owns(address)))
                        .toList(),
                names.stream()
                        .filter(name -> organization.place(name).isEmpty())
                        .toList());
    }

    private static boolean isOwn(String name, Organization organization) {
        String words = Unaccented.words(name);
        return organization.place(name).isEmpty()
                && (OWN.matcher(words).matches()
                        || organization.agency().names().stream()
                                .anyMatch(own -> Unaccented.words(own).equals(words))
                        || organization.units().stream()
                                .anyMatch(unit -> Unaccented.words(unit.name()).equals(words)));
    }

    /** Whether the envelope is what the document names, as far as the address book knows. */
    public boolean agrees() {
        return missing.isEmpty() && extra.isEmpty() && unknown.isEmpty();
    }
}
