package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.vanthu.document.ContentReader;
import vn.vanthu.document.ReadPart;
import vn.vanthu.documents.ocr.Tesseract;
import vn.vanthu.text.VietnameseText;

/**
 * Reads every part of a message. Plain text and HTML are read here, other files by {@link Workers}.
 *
 * <pre>
 * try (MessageContents contents = MessageContents.of(VietnameseText.load(), temporaryFolder)) {
 *     contents.read(message).forEach(part -&gt; ...);
 * }
 * </pre>
 */
public final class MessageContents implements ContentReader, AutoCloseable {

    private static final Logger LOGGER = LoggerFactory.getLogger(MessageContents.class);
    private static final int WORKERS = 2;

    private final Texts texts;
    private final Spool spool;
    private final Workers workers;
    private final FileReader files;
    private final Limits limits;

    private MessageContents(VietnameseText engine, Path folder, Limits limits) {
        this.texts = new Texts(engine);
        this.spool = new Spool(folder);
        this.workers = new Workers(folder, WORKERS);
        this.files = new CachedFiles(workers);
        this.limits = limits;
    }

    /**
     * A reader with the usual limits; it starts its first process when the first file comes.
     *
     * @param folder for temporary copies; nobody else may be able to read it
     */
    public static MessageContents of(VietnameseText engine, Path folder) {
        return of(engine, folder, Limits.USUAL);
    }

    public static MessageContents of(VietnameseText engine, Path folder, Limits limits) {
        if (Tesseract.find(folder).isEmpty()) {
            LOGGER.warn("scans and pictures will be unread: install tesseract-ocr and tesseract-ocr-vie");
        }
        return new MessageContents(engine, folder, limits);
    }

    @Override
    public List<ReadPart> read(InputStream message) throws IOException {
        return read(message, Budget.of(limits));
    }

    @Override
    public ContentReader forOutside() {
        return message -> read(message, Budget.ofOutside(limits));
    }

    private List<ReadPart> read(InputStream message, Budget budget) throws IOException {
        FoundFile whole = new FoundFile("", "", "message/rfc822", false, false, 0, Path.of(""), "");
        return new MessageWalk(texts, spool, files, budget, whole).read(message);
    }

    @Override
    public void close() {
        workers.close();
    }
}
