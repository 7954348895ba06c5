package vn.vanthu.james;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.jdkim.api.PublicKeyRecordRetriever;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/**
 * DKIM keys of partners from a file, for networks that do not resolve their names; what is not in it is asked elsewhere. The
 * file has the form of a zone (RFC 1035, 5), as partners publish it: {@code default._domainkey.so.example. IN TXT "v=DKIM1; ..."}.
 */
public final class KnownDkimKeys {

    private final Map<String, List<String>> records;

    private KnownDkimKeys(Map<String, List<String>> records) {
        this.records = records;
    }

    public static KnownDkimKeys none() {
        return new KnownDkimKeys(Map.of());
    }

    /** @throws IOException when the file cannot be read, or is no zone file; the message says where */
    public static KnownDkimKeys read(Path file) throws IOException {
        Map<String, List<String>> records = new HashMap<>();
        try (Master zone = new Master(file.toString(), Name.root, 3600)) {
            for (Record record = zone.nextRecord(); record != null; record = zone.nextRecord()) {
                if (record instanceof TXTRecord text) {
                    records.computeIfAbsent(key(record.getName().toString(true)), any -> new ArrayList<>())
                            .add(String.join("", text.getStrings()));
                }
            }
        }
        return new KnownDkimKeys(records);
    }

    /** These keys first, then those that are found elsewhere. */
    public PublicKeyRecordRetriever before(PublicKeyRecordRetriever elsewhere) {
        return (method, selector, domain) -> {
            List<String> known = records.get(key(selector + "._domainkey." + domain));
            return known != null ? known : elsewhere.getRecords(method, selector, domain);
        };
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
