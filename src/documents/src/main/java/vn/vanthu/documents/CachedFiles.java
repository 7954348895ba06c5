package vn.vanthu.documents;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.vanthu.document.ReadPart;

/**
 * Remembers for a few minutes what was read of files: each rule asks anew about the same mail, and headers and bodies change
 * on its way while its files do not. Those that could not be read too, or a file that uses up its time would do so in each
 * rule, minutes each; after that it is tried anew. In memory only, within a bound. Safe for many threads.
 */
final class CachedFiles implements FileReader {

    private static final long KEPT_NANOS = 300_000_000_000L;
    private static final long MOST_CHARACTERS = 16_000_000;

    private record Entry(List<ReadPart> parts, long characters, long end) {}

    private final FileReader reader;
    private final Map<FoundFile, Entry> entries = new LinkedHashMap<>();
    private long characters;

    CachedFiles(FileReader reader) {
        this.reader = reader;
    }

    @Override
    public List<ReadPart> read(FoundFile file, Budget budget) throws IOException {
        FoundFile key = file.withContent(Path.of(""));
        Entry known = find(key);
        if (known != null) {
            return known.parts();
        }
        boolean timeEnough = budget.millisLeft() >= budget.limits().time().toMillis() / 2;
        List<ReadPart> parts = reader.read(file, budget);
        if (timeEnough || parts.stream().noneMatch(CachedFiles::isTimedOut)) {
            keep(key, parts);
        }
        return parts;
    }

    /** A file that came last in a mail whose time other files had used up is not to blame: the next rule may read it. */
    private static boolean isTimedOut(ReadPart part) {
        return part.unread().equals(UnreadReason.TIME_OUT);
    }

    private synchronized @Nullable Entry find(FoundFile key) {
        entries.values().removeIf(entry -> {
            boolean over = entry.end() - System.nanoTime() < 0;
            characters -= over ? entry.characters() : 0;
            return over;
        });
        return entries.get(key);
    }

    private synchronized void keep(FoundFile key, List<ReadPart> parts) {
        long size = 500
                + parts.stream().mapToLong(part -> part.text().length() + 500).sum();
        if (size > MOST_CHARACTERS / 4 || entries.containsKey(key)) {
            return;
        }
        entries.put(key, new Entry(parts, size, System.nanoTime() + KEPT_NANOS));
        characters += size;
        var oldest = entries.entrySet().iterator();
        while (characters > MOST_CHARACTERS && oldest.hasNext()) {
            characters -= oldest.next().getValue().characters();
            oldest.remove();
        }
    }
}
