package vn.vanthu.registration;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.Person;
import vn.vanthu.text.Unaccented;

/** Whether a document that came is meant for us, by "Kính gửi" and "Nơi nhận". */
final class Addressed {

    /** Those that stand for many, or for a list elsewhere. */
    private static final Pattern MANY = Pattern.compile(
            ".*\\b(?:cac|toan|moi|nhung|danh sach|thu truong|so ban nganh|co quan don vi|don vi lien quan|noi nhan)\\b.*"
                    + "|quy (?:co quan|so|don vi|ong|ba|vi|anh|phong|ban)\\b.*|nhu (?!tren\\b|kinh gui\\b).*");

    /** Those that name no agency. */
    private static final Pattern FORM =
            Pattern.compile("(?:nhu (?:tren|kinh gui)|luu|website|trang|cong thong tin)\\b.*");

    private Addressed() {}

    /** Whether names were read, and all of them are somebody else's. */
    static boolean toOthersOnly(OfficialDocument document, Organization organization) {
        List<String> names = Stream.concat(document.addressees().stream(), document.toPlaces().stream())
                .map(Unaccented::words)
                .filter(name -> !name.isEmpty() && !FORM.matcher(name).matches())
                .toList();
        boolean asAbove = document.addressees().isEmpty()
                && document.toPlaces().stream().map(Unaccented::words).anyMatch("nhu tren"::equals);
        return !names.isEmpty()
                && !asAbove
                && names.stream().noneMatch(name -> MANY.matcher(name).matches() || isOurs(name, organization));
    }

    private static boolean isOurs(String name, Organization organization) {
        Stream<String> agency = Stream.concat(
                organization.agency().names().stream(),
                Stream.of(organization.agency().symbol()));
        Stream<String> inside = Stream.concat(
                organization.units().stream().flatMap(unit -> unit.names().stream()),
                organization.people().stream().map(Person::name));
        return isShortFor(Unaccented.words(organization.agency().name()), name)
                || Stream.concat(agency, inside).map(Unaccented::words).anyMatch(own -> (" " + name + " ")
                        .contains(" " + own + " "));
    }

    /** Within the province people leave it out: "Sở Ngoại vụ". */
    private static boolean isShortFor(String full, String name) {
        return full.startsWith(name + " ") && name.split(" ", -1).length >= 3;
    }
}
