package vn.vanthu.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.documents.ocr.PictureReader;
import vn.vanthu.documents.ocr.PictureReader.Reading;
import vn.vanthu.documents.ocr.Tesseract;

/** Reads picture files: scans, photographs of papers, pictures in mails and documents. */
final class Pictures {

    /** A picture whose sides multiply to less than this has no room for a text: a logo, an icon. */
    private static final long DECORATION = 300 * 300;
    /** One that is lower than this has no room for a legible word. */
    private static final int LOWEST_LETTERS = 12;
    /** More pixels than this are not taken into memory. */
    private static final long MOST_PIXELS = 16_000_000;

    private final Optional<PictureReader> reader;

    Pictures(Path folder) {
        this.reader = Tesseract.find(folder).map(PictureReader::new);
    }

    Optional<PictureReader> reader() {
        return reader;
    }

    List<ReadPart> read(FoundFile file, String mediaType, Budget budget) {
        try (ImageInputStream in = ImageIO.createImageInputStream(file.content().toFile())) {
            Iterator<ImageReader> readers =
                    in == null ? List.<ImageReader>of().iterator() : ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return List.of(Parts.none(file, mediaType, UnreadReason.UNKNOWN_TYPE));
            }
            ImageReader images = readers.next();
            try {
                images.setInput(in);
                return List.of(read(file, mediaType, images, budget));
            } finally {
                images.dispose();
            }
        } catch (IOException | RuntimeException e) {
            return List.of(Parts.none(file, mediaType, UnreadReason.BROKEN));
        }
    }

    private ReadPart read(FoundFile file, String mediaType, ImageReader images, Budget budget) throws IOException {
        if (images.getHeight(0) < LOWEST_LETTERS || images.getWidth(0) < LOWEST_LETTERS) {
            return Parts.none(file, mediaType, UnreadReason.NOTHING);
        }
        if (reader.isEmpty()) {
            return Parts.none(file, mediaType, UnreadReason.NO_OCR);
        }
        List<Page> pages = new ArrayList<>();
        String unread = UnreadReason.NOTHING;
        for (int number = 0; unread.isEmpty() && has(images, number); number++) {
            if (number >= budget.limits().scannedPages()) {
                unread = UnreadReason.TOO_LARGE;
            } else {
                unread = read(images, number, pages, budget);
            }
        }
        boolean text = pages.stream().anyMatch(page -> !page.lines().isEmpty());
        return Parts.of(file, mediaType, text ? Origin.SCAN : Origin.NONE, unread, file.signed(), pages.size(), pages);
    }

    private String read(ImageReader images, int number, List<Page> pages, Budget budget) throws IOException {
        boolean decoration = (long) images.getWidth(number) * images.getHeight(number) < DECORATION;
        BufferedImage image = image(images, number);
        try {
            PictureReader pictures = reader.orElseThrow();
            Reading reading = decoration
                    ? pictures.picture(image, budget.millisLeft())
                    : pictures.page(image, budget.millisLeft());
            pages.add(reading.page());
            return reading.doubtful() ? UnreadReason.IMAGE_WITHOUT_TEXT : UnreadReason.NOTHING;
        } catch (IOException e) {
            return budget.isTimeOver() ? UnreadReason.TIME_OUT : UnreadReason.BROKEN;
        }
    }

    private static boolean has(ImageReader images, int number) {
        try {
            return images.getWidth(number) > 0;
        } catch (IOException | IndexOutOfBoundsException e) {
            return false;
        }
    }

    private static BufferedImage image(ImageReader images, int number) throws IOException {
        ImageReadParam parameters = images.getDefaultReadParam();
        long pixels = (long) images.getWidth(number) * images.getHeight(number);
        int every = (int) Math.ceil(Math.sqrt((double) pixels / MOST_PIXELS));
        if (every > 1) {
            parameters.setSourceSubsampling(every, every, 0, 0);
        }
        return images.read(number, parameters);
    }
}
