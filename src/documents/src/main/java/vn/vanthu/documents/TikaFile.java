package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
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
import vn.vanthu.document.ReadPart;

/** Reads Office files, archives and whatever else Tika knows; the files in them by a {@link FileReader}. */
final class TikaFile {

    private final Parser parser;
    private final Texts texts;
    private final Spool spool;

    TikaFile(TikaConfig config, Texts texts, Spool spool) {
        this.parser = new AutoDetectParser(config);
        this.texts = texts;
        this.spool = spool;
    }

    /** Whether there is a parser for a type. */
    boolean knows(String mediaType) {
        return parser.getSupportedTypes(new ParseContext()).stream()
                .anyMatch(type -> type.toString().equals(mediaType));
    }

    /**
     * Reads a file.
     *
     * @param container whether it holds nothing but other files: it is a part of its own only when some of it is unread
     */
    List<ReadPart> read(FoundFile file, String mediaType, boolean container, FileReader inner, Budget budget)
            throws IOException {
        Inside inside = new Inside(file, inner, budget);
        XhtmlLines lines = new XhtmlLines();
        String unread = parse(file, mediaType, lines, inside);
        List<ReadPart> parts = new ArrayList<>();
        if (!container || !unread.isEmpty()) {
            parts.add(Parts.text(file, mediaType, unread, texts.unicode(lines.pages())));
        }
        parts.addAll(inside.parts);
        return parts;
    }

    private String parse(FoundFile file, String mediaType, XhtmlLines lines, Inside inside) throws IOException {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, inside);
        context.set(OfficeParserConfig.class, office());
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.fileName());
        metadata.set(TikaCoreProperties.CONTENT_TYPE_PARSER_OVERRIDE, mediaType);
        try (TikaInputStream in = TikaInputStream.get(file.content())) {
            parser.parse(in, lines, metadata, context);
        } catch (EncryptedDocumentException e) {
            return UnreadReason.ENCRYPTED;
        } catch (TikaException | SAXException | IOException | RuntimeException | StackOverflowError e) {
            inside.rethrow();
            return inside.unread.isEmpty() ? UnreadReason.BROKEN : inside.unread;
        }
        inside.rethrow();
        return inside.unread.isEmpty() && lines.isCut() ? UnreadReason.TOO_LARGE : inside.unread;
    }

    private static OfficeParserConfig office() {
        OfficeParserConfig config = new OfficeParserConfig();
        config.setIncludeDeletedContent(true);
        config.setIncludeHeadersAndFooters(true);
        config.setIncludeShapeBasedContent(true);
        config.setExtractMacros(false);
        return config;
    }

    /** Gets the files inside of a file. */
    private final class Inside implements EmbeddedDocumentExtractor {
        private final FoundFile around;
        private final FileReader inner;
        private final Budget budget;
        private final List<ReadPart> parts = new ArrayList<>();
        private String unread = UnreadReason.NOTHING;
        private @org.jspecify.annotations.Nullable IOException failure;

        private Inside(FoundFile around, FileReader inner, Budget budget) {
            this.around = around;
            this.inner = inner;
            this.budget = budget;
        }

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            if (around.depth() >= budget.limits().depth()) {
                unread = UnreadReason.TOO_DEEP;
            } else if (budget.isTimeOver()) {
                unread = UnreadReason.TIME_OUT;
            } else if (!budget.takeFile()) {
                unread = UnreadReason.TOO_MANY_PARTS;
            }
            return unread.isEmpty();
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean html)
                throws SAXException {
            String name = FileNames.oneLine(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY), parts.size() + 1);
            try (Spool.Copy copy = spool.copy(new byte[0], stream, budget.nextFileBytes())) {
                budget.takeBytes(copy.size());
                FoundFile file = new FoundFile(
                        around.path() + "/" + name,
                        FileNames.last(name),
                        "",
                        false,
                        around.signed(),
                        around.depth() + 1,
                        copy.file(),
                        copy.sha256());
                if (copy.whole()) {
                    parts.addAll(inner.read(file, budget));
                } else {
                    parts.add(Parts.none(file, "application/octet-stream", UnreadReason.TOO_LARGE));
                    unread = UnreadReason.TOO_LARGE;
                }
            } catch (java.nio.file.FileSystemException e) {
                failure = e;
                throw new SAXException(e);
            } catch (IOException e) {
                // an entry that cannot be unpacked
                unread = UnreadReason.BROKEN;
            }
        }

        private void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
        }
    }

    /** The bytes of a file that is small enough for memory. */
    static byte[] bytes(FoundFile file) throws IOException {
        return Files.readAllBytes(file.content());
    }
}
