package vn.vanthu.documents.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import vn.vanthu.document.Line;
import vn.vanthu.text.Unaccented;

/**
 * A small picture as a stamp: one ink on one paper, whichever these are, in a frame that hides the word from letter
 * recognition, in a size that it does not expect letters in.
 */
final class Stamp {

    /** The height at which capitals are recognised best. */
    private static final double LETTER_HEIGHT = 48;

    private static final double MOST_ENLARGED = 6;
    private static final int MARGIN = 30;
    /** TUYỆT MẬT is 40 mm by 8, MẬT 20 by 8; seals and most logos are rounder, longer ones are lines. */
    private static final double SHORTEST_SHAPE = 1.6;

    private static final double LONGEST_SHAPE = 9;
    /** The part that is paper, at least. */
    private static final double PAPER = 0.35;
    /** More ink than this is a picture's. */
    private static final double MOST_INK = 0.5;

    private static final Map<String, String> MARKS =
            Map.of("mat", "MẬT", "toi mat", "TỐI MẬT", "tuyet mat", "TUYỆT MẬT");

    private final OneInk ink;
    private final GreyPicture framed;
    private final InkShapes shapes;

    Stamp(BufferedImage image) {
        this.ink = new OneInk(image);
        this.framed = ink.picture();
        this.shapes = new InkShapes(framed);
    }

    /** Whether it has the shape and the colours of a stamp, and either its frame or its red ink. */
    boolean isLikely() {
        double shape = shapes.width() / (double) Math.max(1, shapes.height());
        return shape >= SHORTEST_SHAPE
                && shape <= LONGEST_SHAPE
                && ink.paperShare() > PAPER
                && framed.ink() < MOST_INK
                && ink.isOne()
                && (!shapes.frames().isEmpty() || ink.isRed());
    }

    /** Whether all of its ink is one colour: nothing lies over anything else. */
    boolean isOneInk() {
        return ink.isOne();
    }

    /** The words of a reading; those of a mark with accents that were lost, in what looks like a stamp, are the mark. */
    List<Line> corrected(List<Line> lines) {
        return isLikely() ? lines.stream().map(Stamp::corrected).toList() : lines;
    }

    private static Line corrected(Line line) {
        String mark = MARKS.get(Unaccented.words(line.text()));
        return mark == null ? line : new Line(mark, line.left(), line.top(), line.right(), line.size(), line.bold());
    }

    /** What stands in the frame, in a good size. */
    GreyPicture word() {
        byte[] pixels = framed.pixels().clone();
        List<InkShapes.Shape> frames = shapes.frames();
        frames.forEach(frame -> shapes.erase(frame, pixels));
        GreyPicture word = new GreyPicture(framed.width(), framed.height(), pixels);
        InkShapes left = new InkShapes(word);
        return left.isEmpty()
                ? word
                : sized(left.around(), Math.min(MOST_ENLARGED, LETTER_HEIGHT / left.letterHeight()));
    }

    /** In steps, as a large picture loses thin strokes when it is made small at once. */
    private static GreyPicture sized(GreyPicture picture, double scale) {
        BufferedImage image = picture.image();
        double rest = scale;
        while (rest < 0.5) {
            image = drawn(image, 0.5, 0);
            rest *= 2;
        }
        return GreyPicture.of(drawn(image, rest, MARGIN));
    }

    private static BufferedImage drawn(BufferedImage image, double scale, int margin) {
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage drawn = new BufferedImage(width + 2 * margin, height + 2 * margin, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, drawn.getWidth(), drawn.getHeight());
        graphics.drawImage(image, margin, margin, width, height, null);
        graphics.dispose();
        return drawn;
    }
}
