package vn.vanthu.documents.testing;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Papers as an office scanner makes them: 200 dpi, a little skewed, speckled, with a red seal over the name. */
public final class Scan {

    private static final int DPI = 200;

    private final List<BufferedImage> pages = new ArrayList<>();

    /**
     * Scans a PDF.
     *
     * @param degrees how far the sheets lie askew
     * @param seal whether a red seal stands over the name
     */
    public Scan(byte[] pdf, double degrees, boolean seal) {
        Random random = new Random(20261124);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                BufferedImage sheet = renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
                pages.add(scanned(sheet, degrees, seal && page == 0, random));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Scan of(Paper paper) {
        return new Scan(paper.toPdf(), 0.8, true);
    }

    private static BufferedImage scanned(BufferedImage sheet, double degrees, boolean seal, Random random) {
        BufferedImage scan = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scan.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(new Color(252, 252, 250));
        graphics.fillRect(0, 0, scan.getWidth(), scan.getHeight());
        graphics.rotate(Math.toRadians(degrees), scan.getWidth() / 2.0, scan.getHeight() / 2.0);
        graphics.drawImage(sheet, 0, 0, null);
        graphics.dispose();
        if (seal) {
            stampSeal(scan);
        }
        for (int i = scan.getWidth() * scan.getHeight() / 20_000; i > 0; i--) {
            int grey = 60 + random.nextInt(120);
            scan.setRGB(
                    random.nextInt(scan.getWidth()),
                    random.nextInt(scan.getHeight()),
                    new Color(grey, grey, grey).getRGB());
        }
        return scan;
    }

    /** Ink lets through what is under it. */
    private static void stampSeal(BufferedImage scan) {
        BufferedImage ink = new BufferedImage(scan.getWidth(), scan.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = ink.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, ink.getWidth(), ink.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        seal(graphics, 0.66 * scan.getWidth(), 0.74 * scan.getHeight(), 0.09 * scan.getWidth());
        graphics.dispose();
        for (int y = 0; y < scan.getHeight(); y++) {
            for (int x = 0; x < scan.getWidth(); x++) {
                Color paper = new Color(scan.getRGB(x, y));
                Color over = new Color(ink.getRGB(x, y));
                scan.setRGB(
                        x,
                        y,
                        new Color(
                                        paper.getRed() * over.getRed() / 255,
                                        paper.getGreen() * over.getGreen() / 255,
                                        paper.getBlue() * over.getBlue() / 255)
                                .getRGB());
            }
        }
    }

    private static void seal(Graphics2D graphics, double x, double y, double radius) {
        graphics.setColor(new Color(220, 40, 50));
        graphics.setStroke(new BasicStroke((float) radius / 20));
        for (double part : new double[] {1, 0.93, 0.6}) {
            double r = radius * part;
            graphics.draw(new Ellipse2D.Double(x - r, y - r, 2 * r, 2 * r));
        }
        graphics.setFont(graphics.getFont().deriveFont((float) radius / 5));
        for (int i = 0; i < 8; i++) {
            graphics.drawString(
                    "SỞ NGOẠI VỤ", (float) (x - radius * 0.5), (float) (y - radius * 0.3 + i * radius / 12));
        }
    }

    /** Pages of pictures without a text layer. */
    public byte[] toPdf() {
        try (PDDocument document = new PDDocument()) {
            for (BufferedImage page : pages) {
                PDPage sheet = new PDPage(PDRectangle.A4);
                document.addPage(sheet);
                PDImageXObject image = JPEGFactory.createFromImage(document, page, 0.75f, DPI);
                try (PDPageContentStream out = new PDPageContentStream(document, sheet)) {
                    out.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first page as a picture ({@code png}, {@code jpg}, {@code tif}). */
    public byte[] toImage(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(pages.get(0), format, bytes)) {
                throw new IllegalArgumentException("no picture format: " + format);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
