package vn.vanthu.benchmark.document;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** An office scanner: what it makes of a sheet is the same each time, by the document's name. */
final class Scanner {

    private static final int DPI = 200;
    private static final double SCALE = DPI / 72.0;
    private static final float QUALITY = 0.75f;

    private final Random random;
    private final double skew;

    Scanner(String name) {
        this.random = new Random(name.hashCode());
        this.skew = Math.toRadians((random.nextDouble() - 0.5) * 2);
    }

    byte[] scan(PDDocument pdf, Placed signer) throws IOException {
        PDFRenderer renderer = new PDFRenderer(pdf);
        try (PDDocument scan = new PDDocument()) {
            for (int page = 0; page < pdf.getNumberOfPages(); page++) {
                BufferedImage picture = renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
                if (signer.page() == page) {
                    sign(picture, signer);
                }
                add(scan, noisy(skewed(picture)));
            }
            return Rendering.bytes(scan);
        }
    }

    /** The round seal covers a third of the signature, to its left (NĐ 30/2020, Điều 33). */
    private void sign(BufferedImage picture, Placed name) {
        Graphics2D pen = pen(picture);
        double x = name.x() * SCALE;
        double y = (name.y() - 22) * SCALE;
        pen.setColor(new Color(30, 40, 140));
        pen.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D line = new Path2D.Double();
        line.moveTo(x + 20, y);
        for (int i = 0; i < 7; i++) {
            line.quadTo(x + 20 + i * 28, y - 60 + random.nextInt(90), x + 44 + i * 28, y - 20 + random.nextInt(40));
        }
        pen.draw(line);
        seal(pen, x - 10, y - 5);
        pen.dispose();
    }

    private static void seal(Graphics2D pen, double x, double y) {
        double radius = 18 * DPI / 25.4;
        pen.setColor(new Color(215, 40, 50, 165));
        pen.setStroke(new BasicStroke(6));
        pen.draw(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
        pen.setStroke(new BasicStroke(3));
        double inner = radius * 0.68;
        pen.draw(new Ellipse2D.Double(x - inner, y - inner, 2 * inner, 2 * inner));
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 26));
        String words = "* CO QUAN BAN HANH VAN BAN * ";
        AffineTransform upright = pen.getTransform();
        for (int i = 0; i < words.length(); i++) {
            pen.setTransform(upright);
            pen.rotate(2 * Math.PI * i / words.length(), x, y);
            pen.drawString(words.substring(i, i + 1), (float) x - 8, (float) (y - inner - 10));
        }
        pen.setTransform(upright);
    }

    private BufferedImage skewed(BufferedImage picture) {
        BufferedImage turned = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = pen(turned);
        pen.setColor(new Color(250, 249, 246));
        pen.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        pen.rotate(skew, turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        pen.drawImage(picture, 0, 0, null);
        pen.dispose();
        return turned;
    }

    private BufferedImage noisy(BufferedImage picture) {
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int shade = (int) (random.nextGaussian() * 9);
                int rgb = picture.getRGB(x, y);
                boolean speck = random.nextInt(6000) == 0;
                picture.setRGB(x, y, speck ? 0x606060 : shaded(rgb, shade));
            }
        }
        return picture;
    }

    private static int shaded(int rgb, int shade) {
        return bounded((rgb >> 16 & 0xFF) + shade) << 16
                | bounded((rgb >> 8 & 0xFF) + shade) << 8
                | bounded((rgb & 0xFF) + shade);
    }

    private static int bounded(int value) {
        return Math.max(0, Math.min(255, value));
    }

    private static Graphics2D pen(BufferedImage picture) {
        Graphics2D pen = picture.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        return pen;
    }

    private static void add(PDDocument scan, BufferedImage picture) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    JPEGFactory.createFromImage(scan, picture, QUALITY, DPI), 0, 0, (float) Layout.WIDTH, (float)
                            Layout.HEIGHT);
        }
    }
}
