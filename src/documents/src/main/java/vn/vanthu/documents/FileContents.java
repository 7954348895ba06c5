package vn.vanthu.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;
import vn.vanthu.document.ActiveContent;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.text.office.OfficeConverter;
import vn.vanthu.text.VietnameseText;

/** Reads a file by what it is. What goes on here may hang or use up memory: it belongs in a worker. */
public final class FileContents implements FileReader {

    private static final Set<String> CONTAINERS = Set.of(
            "application/zip",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/x-tar",
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/vnd.ms-tnef");

    /** Signatures beside what they sign. */
    private static final Set<String> SIGNATURES =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");

    private static final long LARGEST_OFFICE_FILE = 32 << 20;

    /** Pictures made of lines and words, which Tika reads. */
    private static final Set<String> DRAWINGS = Set.of("image/emf", "image/wmf");

    private final TikaConfig tika;
    private final Texts texts;
    private final PdfFile pdf;
    private final Pictures pictures;
    private final TikaFile other;
    private final Spool spool;
    private final OfficeConverter office;

    /**
     * A reader.
     *
     * @param folder for temporary copies
     */
    public FileContents(VietnameseText engine, Path folder) {
        try {
            this.tika = new TikaConfig(FileContents.class.getClassLoader());
        } catch (TikaException | IOException e) {
            throw new IllegalStateException("Tika cannot be set up", e);
        }
        this.texts = new Texts(engine);
        this.pictures = new Pictures(folder);
        this.pdf = new PdfFile(engine, texts, pictures.reader());
        this.spool = new Spool(folder);
        this.office = new OfficeConverter(engine);
        this.other = new TikaFile(tika, texts, spool);
    }

    @Override
    public List<ReadPart> read(FoundFile file, Budget budget) throws IOException {
        List<ReadPart> parts = contents(file, budget);
        if (file.depth() == 0) {
            // Of a file that the mail carries itself, the gateway sees the bytes.
            return parts;
        }
        Optional<ActiveContent> active;
        try (InputStream in = Files.newInputStream(file.content())) {
            active = ActiveContent.in(in);
        }
        return active.isEmpty()
                ? parts
                : with(parts, Parts.none(file, active.get().mediaType(), UnreadReason.NOTHING));
    }

    private static List<ReadPart> with(List<ReadPart> parts, ReadPart more) {
        List<ReadPart> all = new ArrayList<>(parts);
        all.add(more);
        return all;
    }

    private List<ReadPart> contents(FoundFile file, Budget budget) throws IOException {
        if (budget.isTimeOver()) {
            return List.of(Parts.none(file, "application/octet-stream", UnreadReason.TIME_OUT));
        }
        MediaType type = detect(file);
        String name = type.getBaseType().toString();
        if (Files.size(file.content()) == 0) {
            return List.of(Parts.none(file, file.declaredType(), UnreadReason.NOTHING));
        } else if (isRar5(type)) {
            return List.of(Parts.none(file, name, UnreadReason.UNSUPPORTED));
        } else if (name.equals(PdfFile.TYPE)) {
            return pdf.read(file, this, spool, budget);
        } else if (name.equals("message/rfc822")) {
            return message(file, budget);
        } else if (type.getType().equals("image") && !isText(type) && !DRAWINGS.contains(name)) {
            return pictures.read(file, name, budget);
        } else if (SIGNATURES.contains(name)) {
            return signature(file, type, budget);
        } else if (isText(type)
                || name.equals("application/octet-stream")
                        && file.declaredType().startsWith("text/")) {
            return text(file, type, budget);
        } else if (other.knows(name)) {
            return office(file, name, budget);
        }
        return List.of(Parts.none(file, name, UnreadReason.UNKNOWN_TYPE));
    }

    private MediaType detect(FoundFile file) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.fileName());
        if (!file.declaredType().isEmpty()) {
            metadata.set(Metadata.CONTENT_TYPE, file.declaredType());
        }
        try (TikaInputStream in = TikaInputStream.get(file.content())) {
            return tika.getDetector().detect(in, metadata);
        } catch (RuntimeException e) {
            return MediaType.OCTET_STREAM;
        }
    }

    /** The library takes it for one with a password, or for a broken one, and the sender would be told so. */
    private static boolean isRar5(MediaType type) {
        return type.getBaseType().toString().equals("application/x-rar-compressed")
                && "5".equals(type.getParameters().get("version"));
    }

    private boolean isText(MediaType type) {
        MediaTypeRegistry registry = tika.getMediaTypeRegistry();
        return (type.getType().equals("text")
                        || registry.isSpecializationOf(type, MediaType.TEXT_PLAIN)
                        || registry.isInstanceOf(type, MediaType.APPLICATION_XML)
                        || type.toString().equals("application/xhtml+xml"))
                && !type.getSubtype().equals("rtf");
    }

    private List<ReadPart> text(FoundFile file, MediaType type, Budget budget) throws IOException {
        byte[] bytes = Files.readAllBytes(file.content());
        String name = type.getBaseType().toString();
        if (!PlainText.isReadable(bytes)) {
            return List.of(Parts.none(file, name, UnreadReason.UNKNOWN_TYPE));
        }
        String text = texts.decode(bytes, "");
        return DataPictures.in(PlainText.read(file, name, text), text, file, this, spool, budget);
    }

    private List<ReadPart> signature(FoundFile file, MediaType type, Budget budget) throws IOException {
        String name = type.getBaseType().toString();
        if (Files.size(file.content()) > Signature.LARGEST) {
            return List.of(Parts.none(file, name, UnreadReason.UNKNOWN_TYPE));
        }
        return Signature.is(Files.readAllBytes(file.content()))
                ? List.of(Parts.none(file, name, UnreadReason.NOTHING))
                : text(file, type, budget);
    }

    /** An Office file is read in its copy whose legacy fonts are Unicode, where there are such. */
    private List<ReadPart> office(FoundFile file, String type, Budget budget) throws IOException {
        boolean container = CONTAINERS.contains(type);
        if (container || Files.size(file.content()) > LARGEST_OFFICE_FILE) {
            return other.read(file, type, container, file.signed(), this, budget);
        }
        byte[] bytes = Files.readAllBytes(file.content());
        boolean signed = file.signed() || OfficeSignature.isIn(file.content());
        Optional<byte[]> unicode = office.convertedCopy(bytes);
        if (unicode.isEmpty()) {
            return other.read(file, type, false, signed, this, budget);
        }
        try (Spool.Copy copy = spool.copy(unicode.get(), InputStream.nullInputStream(), Long.MAX_VALUE)) {
            return other.read(file.withContent(copy.file()), type, false, signed, this, budget);
        }
    }

    private List<ReadPart> message(FoundFile file, Budget budget) throws IOException {
        if (file.depth() >= budget.limits().depth()) {
            return List.of(Parts.none(file, "message/rfc822", UnreadReason.TOO_DEEP));
        }
        try (InputStream in = Files.newInputStream(file.content())) {
            return new MessageWalk(texts, spool, this, budget, file).read(in);
        }
    }
}
