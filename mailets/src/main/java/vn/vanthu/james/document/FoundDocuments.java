package vn.vanthu.james.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/**
 * Which parts of a mail are put into the book or before the clerk.
 *
 * @param each the first of them, one by one
 * @param rest those beyond {@link #MOST}: they are put before the clerk together, so that no mail asks a thousand questions
 */
record FoundDocuments(List<FoundDocument> each, List<FoundDocument> rest) {

    static final int MOST = 20;

    /** What tells two documents of one code apart: every commune has its own "12/BC-UBND". */
    private record Identity(String code, String issuedOn, String issuer) {

        static Identity of(OfficialDocument document) {
            return new Identity(
                    Unaccented.words(document.fields().get(Field.CODE)),
                    document.fields().get(Field.ISSUED_ON),
                    Unaccented.words(document.fields().get(Field.ISSUER)));
        }

        /** What could not be read agrees with everything; without a code nothing is known to be the same. */
        boolean agrees(Identity other) {
            return !code.isEmpty()
                    && code.equals(other.code)
                    && agree(issuedOn, other.issuedOn)
                    && agree(issuer, other.issuer);
        }

        private static boolean agree(String one, String other) {
            return one.isEmpty() || other.isEmpty() || one.equals(other);
        }

        int unknown() {
            return (issuedOn.isEmpty() ? 1 : 0) + (issuer.isEmpty() ? 1 : 0);
        }
    }

    FoundDocuments {
        each = List.copyOf(each);
        rest = List.copyOf(rest);
    }

    /** The documents; and the attachments that could not be read, for they may be documents. */
    static FoundDocuments of(MailDocuments.Read read) {
        List<FoundDocument> found = new ArrayList<>();
        best(read.documents()).forEach(document -> found.add(new FoundDocument(read.partOf(document), document)));
        read.parts().stream()
                .filter(part -> mayHideDocument(part, found))
                .forEach(part -> found.add(new FoundDocument(part, null)));
        return ofAll(found);
    }

    static FoundDocuments ofAll(List<FoundDocument> found) {
        int most = Math.min(MOST, found.size());
        return new FoundDocuments(found.subList(0, most), found.subList(most, found.size()));
    }

    boolean isEmpty() {
        return each.isEmpty();
    }

    int count() {
        return each.size() + rest.size();
    }

    private static boolean mayHideDocument(ReadPart part, List<FoundDocument> found) {
        return MailDocuments.mayHideDocument(part)
                && found.stream().noneMatch(other -> other.part().path().equals(part.path()));
    }

    /** One document often comes as a scan and as an Office file: the surer one counts. In the order of the mail. */
    private static List<OfficialDocument> best(List<OfficialDocument> documents) {
        Map<Identity, OfficialDocument> best = new LinkedHashMap<>();
        List<OfficialDocument> single = new ArrayList<>();
        // the best known first: those of which less is known join them
        List<OfficialDocument> bestKnownFirst = documents.stream()
                .sorted(Comparator.comparingInt(
                        document -> Identity.of(document).unknown()))
                .toList();
        for (OfficialDocument document : bestKnownFirst) {
            Identity identity = Identity.of(document);
            Optional<Identity> same =
                    best.keySet().stream().filter(identity::agrees).findFirst();
            if (identity.code().isEmpty()) {
                single.add(document);
            } else {
                best.merge(same.orElse(identity), document, FoundDocuments::surer);
            }
        }
        single.addAll(best.values());
        single.sort(Comparator.comparingInt(documents::indexOf));
        return single;
    }

    private static OfficialDocument surer(OfficialDocument one, OfficialDocument other) {
        Comparator<OfficialDocument> bySurety =
                Comparator.comparingDouble(document -> document.confidence().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
        return bySurety.compare(other, one) > 0 ? other : one;
    }
}
