package vn.vanthu.james.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/** Which parts of a mail are put into the book or before the clerk. */
final class FoundDocuments {

    /** More than this in one mail: it is put before the clerk as a whole. */
    private static final int MOST = 20;

    /** A picture in which nobody writes is no document. */
    private static final Set<String> NOT_OF_INTEREST = Set.of("image-without-text", "unknown-type");

    private FoundDocuments() {}

    /** The documents; and the attachments that could not be read, for they may be documents. */
    static List<FoundDocument> of(MailDocuments.Read read) {
        List<FoundDocument> found = new ArrayList<>();
        best(read.documents()).forEach(document -> found.add(new FoundDocument(read.partOf(document), document)));
        read.parts().stream()
                .filter(part -> mayHideDocument(part, found))
                .forEach(part -> found.add(new FoundDocument(part, null)));
        return found.size() <= MOST ? found : found.subList(0, MOST);
    }

    private static boolean mayHideDocument(ReadPart part, List<FoundDocument> found) {
        return part.isUnread()
                && !part.body()
                && !NOT_OF_INTEREST.contains(part.unread())
                && found.stream().noneMatch(other -> other.part().path().equals(part.path()));
    }

    /** One document often comes as a scan and as an Office file: the surer one counts. */
    private static List<OfficialDocument> best(List<OfficialDocument> documents) {
        Map<String, OfficialDocument> best = new LinkedHashMap<>();
        for (OfficialDocument document : documents) {
            best.merge(sameKey(document), document, FoundDocuments::surer);
        }
        return List.copyOf(best.values());
    }

    private static String sameKey(OfficialDocument document) {
        String code = Unaccented.words(document.fields().get(Field.CODE));
        return code.isEmpty() ? "part " + document.part() : code;
    }

    private static OfficialDocument surer(OfficialDocument one, OfficialDocument other) {
        Comparator<OfficialDocument> bySurety =
                Comparator.comparingDouble(document -> document.confidence().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
        return bySurety.compare(other, one) > 0 ? other : one;
    }
}
