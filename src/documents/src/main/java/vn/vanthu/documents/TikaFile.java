package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;

/** Reads Office files, archives and whatever else Tika knows; the files in them by a {@link FileReader}. */
final class TikaFile {

    private final Parser parser;
    private final Set<String> known;
    private final Texts texts;
    private final Spool spool;

    TikaFile(TikaConfig config, Texts texts, Spool spool) {
        this.parser = new AutoDetectParser(config);
        this.known = parser.getSupportedTypes(new ParseContext()).stream()
                .map(Object::toString)
                .collect(Collectors.toUnmodifiableSet());
        this.texts = texts;
        this.spool = spool;
    }

    /** Whether there is a parser for a type. */
    boolean knows(String mediaType) {
        return known.contains(mediaType);
    }

    /**
     * Reads a file.
     *
     * @param container whether it holds nothing but other files: it is a part of its own only when some of it is unread
     */
    List<ReadPart> read(
            FoundFile file, String mediaType, boolean container, boolean signed, FileReader inner, Budget budget)
            throws IOException {
        Inside inside = new Inside(file, inner, spool, budget);
        XhtmlLines lines = new XhtmlLines();
        String unread = parse(file, mediaType, lines, inside);
        List<ReadPart> parts = new ArrayList<>();
        if (!container || !unread.isEmpty()) {
            Origin origin = container ? Origin.NONE : Origin.TEXT;
            List<Page> pages = mediaType.contains("openxmlformats")
                    ? withExtras(lines.pages(), OfficeExtras.of(file.content()), mediaType.contains("spreadsheet"))
                    : lines.pages();
            parts.add(Parts.of(file, mediaType, origin, unread, signed, 0, texts.unicode(pages)));
        }
        parts.addAll(inside.parts());
        if (container && unread.equals(UnreadReason.ENCRYPTED)) {
            parts.addAll(LockedZip.names(file));
        }
        return parts;
    }

    /** On the first page, as a watermark is on each: behind the text of a document, above the cells of a sheet. */
    private static List<Page> withExtras(List<Page> pages, List<Line> extras, boolean above) {
        if (extras.isEmpty()) {
            return pages;
        }
        List<Line> first =
                new ArrayList<>(pages.isEmpty() ? List.of() : pages.get(0).lines());
        first.addAll(above ? 0 : first.size(), extras);
        List<Page> all = new ArrayList<>(List.of(new Page(first)));
        all.addAll(pages.subList(Math.min(1, pages.size()), pages.size()));
        return all;
    }

    private String parse(FoundFile file, String mediaType, XhtmlLines lines, Inside inside) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.fileName());
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, mediaType);
        Extractor extractor = new Extractor(inside);
        try (TikaInputStream in = TikaInputStream.get(file.content())) {
            parser.parse(in, lines, metadata, context(extractor));
        } catch (EncryptedDocumentException e) {
            inside.note(UnreadReason.ENCRYPTED);
        } catch (TikaException | SAXException | IOException | RuntimeException | StackOverflowError e) {
            inside.note(UnreadReason.BROKEN);
        }
        extractor.rethrow();
        if (lines.isCut()) {
            inside.note(UnreadReason.TOO_LARGE);
        }
        return inside.unread();
    }

    private static ParseContext context(EmbeddedDocumentExtractor extractor) {
        OfficeParserConfig office = new OfficeParserConfig();
        office.setIncludeDeletedContent(true);
        office.setIncludeHeadersAndFooters(true);
        office.setIncludeShapeBasedContent(true);
        office.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, extractor);
        context.set(OfficeParserConfig.class, office);
        return context;
    }

    /** A small picture of the first page, which office programs put beside the text: the same document once more. */
    private static final Pattern PREVIEW = Pattern.compile("(?:.*/)?(?:Thumbnails|docProps)/thumbnail\\.\\w{1,5}");

    /** Gets the files inside from Tika. */
    private static final class Extractor implements EmbeddedDocumentExtractor {
        private final Inside inside;
        private final List<FileSystemException> failures = new ArrayList<>();

        private Extractor(Inside inside) {
            this.inside = inside;
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
            return (name == null || !PREVIEW.matcher(name).matches()) && inside.mayRead();
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
                throws SAXException {
            try {
                inside.read(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), stream);
            } catch (FileSystemException e) {
                failures.add(e);
                throw new SAXException(e);
            }
        }

        private void rethrow() throws IOException {
            if (!failures.isEmpty()) {
                throw failures.get(0);
            }
        }
    }
}
