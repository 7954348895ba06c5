package vn.vanthu.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart.Origin;
import vn.vanthu.documents.PdfText.Picture;
import vn.vanthu.documents.ocr.PictureReader;
import vn.vanthu.documents.ocr.PictureReader.Reading;

/** Reads the pages of one PDF: by their text layer, by their picture where they are scans, and stamps pasted onto them. */
final class PdfPages {

    /** A page with fewer letters than this in its text layer is looked at. */
    private static final int FEW_LETTERS = 20;
    /** A picture over more than this part of a page is its scan; a text layer with it was guessed by a scanner. */
    private static final double SCAN = 0.5;
    /** Pictures of one page in which letters are looked for; each takes some tenths of a second. */
    private static final int MOST_STAMPS = 8;

    private static final int DPI = 200;
    private static final double MOST_PIXELS = 12_000_000;

    private final PDDocument document;
    private final PdfText text;
    private final Optional<PictureReader> pictures;
    private final Budget budget;
    private final PDFRenderer renderer;
    private final List<Page> pages = new ArrayList<>();
    /** Pictures that were looked at on a page before: letterheads and logos stand on every page. */
    private final Set<COSStream> known = Collections.newSetFromMap(new IdentityHashMap<>());

    private int scanned;
    private int written;
    private int looked;
    private String unread = UnreadReason.NOTHING;

    PdfPages(PDDocument document, PdfText text, Optional<PictureReader> pictures, Budget budget) {
        this.document = document;
        this.text = text;
        this.pictures = pictures;
        this.budget = budget;
        this.renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
    }

    void read() throws IOException {
        int count = document.getNumberOfPages();
        for (int number = 1; number <= count; number++) {
            if (budget.isTimeOver()) {
                note(UnreadReason.TIME_OUT);
                return;
            }
            page(number);
        }
    }

    private void page(int number) throws IOException {
        Page page = text.page(document, number);
        List<Picture> found = text.pictures();
        boolean scan = found.stream().anyMatch(picture -> picture.area() > SCAN);
        if (scan || text.letters() < FEW_LETTERS) {
            Optional<Page> seen = look(number, found);
            scanned += seen.isPresent() && !seen.get().lines().isEmpty() ? 1 : 0;
            pages.add(withNotes(seen.filter(lines -> !lines.lines().isEmpty()).orElse(page), number));
        } else {
            written++;
            pages.add(withNotes(withStamps(page, number, found), number));
        }
    }

    private Page withNotes(Page page, int number) throws IOException {
        PDAcroForm form = document.getDocumentCatalog().getAcroForm(null);
        List<Line> lines = new ArrayList<>(page.lines());
        lines.addAll(PdfNotes.on(document.getPage(number - 1), form != null && form.getNeedAppearances()));
        return new Page(lines);
    }

    /** What stands on the picture of a page; empty when it could not be seen. */
    private Optional<Page> look(int number, List<Picture> found) {
        if (found.stream().anyMatch(picture -> !picture.readable())) {
            note(UnreadReason.UNKNOWN_TYPE);
            return Optional.empty();
        }
        try {
            BufferedImage image = render(number);
            if (PictureReader.isBlank(image)) {
                return Optional.of(new Page(List.of()));
            } else if (pictures.isEmpty()) {
                note(UnreadReason.NO_OCR);
            } else if (looked++ >= budget.limits().scannedPages()) {
                note(UnreadReason.TOO_LARGE);
            } else {
                Reading reading = pictures.get().page(image, budget.millisLeft());
                if (reading.doubtful()) {
                    note(UnreadReason.IMAGE_WITHOUT_TEXT);
                }
                return Optional.of(reading.page());
            }
        } catch (IOException | RuntimeException e) {
            note(budget.isTimeOver() ? UnreadReason.TIME_OUT : UnreadReason.BROKEN);
        }
        return Optional.empty();
    }

    /**
     * The page with the words in pictures that stand on it. Those that may bear a mark come first, the largest before; one of
     * these that is not looked at makes the page unread, see {@link Picture#mayBearMark}.
     */
    private Page withStamps(Page page, int number, List<Picture> found) {
        List<Picture> stamps = found.stream()
                .filter(picture -> picture.area() > PdfText.SMALLEST_STAMP && !known.contains(picture.content()))
                .sorted(Comparator.comparing(Picture::mayBearMark)
                        .thenComparing(Picture::area)
                        .reversed())
                .toList();
        leaveOut(stamps.stream().filter(picture -> !picture.readable()), UnreadReason.UNKNOWN_TYPE);
        List<Picture> readable = stamps.stream().filter(Picture::readable).toList();
        if (pictures.isEmpty()) {
            leaveOut(readable.stream(), UnreadReason.NO_OCR);
        } else if (!readable.isEmpty() && looked >= budget.limits().scannedPages()) {
            leaveOut(readable.stream(), UnreadReason.TOO_LARGE);
        } else if (!readable.isEmpty()) {
            looked++;
            leaveOut(readable.stream().skip(MOST_STAMPS), UnreadReason.TOO_LARGE);
            return withWords(page, number, readable.stream().limit(MOST_STAMPS).toList());
        }
        return page;
    }

    private void leaveOut(Stream<Picture> stamps, String reason) {
        if (stamps.anyMatch(Picture::mayBearMark)) {
            note(reason);
        }
    }

    private Page withWords(Page page, int number, List<Picture> stamps) {
        List<Line> lines = new ArrayList<>(page.lines());
        try {
            BufferedImage image = render(number);
            for (Picture stamp : stamps) {
                lines.addAll(0, words(image, stamp));
                if (stamp.content() != null) {
                    known.add(stamp.content());
                }
            }
        } catch (IOException | RuntimeException e) {
            note(budget.isTimeOver() ? UnreadReason.TIME_OUT : UnreadReason.BROKEN);
        }
        return new Page(lines);
    }

    private List<Line> words(BufferedImage image, Picture stamp) throws IOException {
        int left = (int) (Math.max(0, stamp.left()) * image.getWidth());
        int top = (int) (Math.max(0, stamp.top()) * image.getHeight());
        int width = Math.min(image.getWidth() - left, (int) (stamp.width() * image.getWidth()));
        int height = Math.min(image.getHeight() - top, (int) (stamp.height() * image.getHeight()));
        if (width < 10 || height < 10) {
            return List.of();
        }
        BufferedImage part = image.getSubimage(left, top, width, height);
        Reading reading = pictures.orElseThrow().picture(part, budget.millisLeft());
        if (reading.doubtful() && stamp.mayBearMark()) {
            note(UnreadReason.IMAGE_WITHOUT_TEXT);
        }
        return reading.page().lines().stream()
                .map(line -> new Line(
                        line.text(),
                        stamp.left() + line.left() * stamp.width(),
                        stamp.top() + line.top() * stamp.height(),
                        stamp.left() + line.right() * stamp.width(),
                        line.size() * stamp.width(),
                        line.bold()))
                .toList();
    }

    private BufferedImage render(int number) throws IOException {
        PDRectangle box = document.getPage(number - 1).getCropBox();
        double area = Math.max(1, (double) box.getWidth() * box.getHeight());
        double dpi = Math.min(DPI, 72 * Math.sqrt(MOST_PIXELS / area));
        return renderer.renderImageWithDPI(number - 1, (float) dpi, ImageType.RGB);
    }

    private void note(String reason) {
        unread = unread.isEmpty() ? reason : unread;
    }

    List<Page> pages() {
        return pages;
    }

    /** Why not all could be read; empty when it was. */
    String unread() {
        return unread;
    }

    Origin origin() {
        if (scanned > written) {
            return Origin.SCAN;
        }
        return pages.stream().allMatch(page -> page.lines().isEmpty()) ? Origin.NONE : Origin.TEXT;
    }
}
