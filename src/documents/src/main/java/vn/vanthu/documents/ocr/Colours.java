package vn.vanthu.documents.ocr;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A picture taken apart: what is printed, and what is stamped in red. Seen through red glass a red seal vanishes and the
 * name under it can be read; the red ink by itself shows what a stamp says.
 */
final class Colours {

    /** Red by at least this much more than green and blue. */
    private static final int REDDER = 50;
    /** Red ink over letters is darker than this. */
    private static final int DARKEST_SEAL = 130;
    /** The seal's ink is not even: its darker half becomes white too. */
    private static final int BRIGHTER = 275;
    /** Ink of a pen is more blue than red by this much; black letters have coloured rims, but thin ones. */
    private static final int BLUER = 35;
    /** Less red than this is specks. */
    private static final double SOME_RED = 0.0002;

    private static final int LONGEST_SIDE = 3200;
    private static final int SHORT_SIDE = 1100;

    private final BufferedImage image;
    /** How bright the seal's ink is through the red glass, by itself on the paper. */
    private final int sealRed;

    Colours(BufferedImage image) {
        this.image = fitted(image);
        this.sealRed = sealRed();
    }

    private int sealRed() {
        long sum = 0;
        long count = 0;
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                int red = pixel >> 16 & 0xFF;
                if (red > DARKEST_SEAL && red - Math.max(pixel >> 8 & 0xFF, pixel & 0xFF) > REDDER) {
                    sum += red;
                    count++;
                }
            }
        }
        return count == 0 ? 255 : (int) (sum / count);
    }

    /**
     * A letter under the seal is as dark as it was: the seal takes a part of its light, and that is given back. What is darker than
     * seals are may be a stamp in another ink.
     */
    private int unsealed(int red, int others) {
        return red > DARKEST_SEAL && red - others > REDDER / 2 ? Math.min(255, red * BRIGHTER / sealRed) : red;
    }

    /** In a size that letters are well recognised in. */
    private static BufferedImage fitted(BufferedImage image) {
        int longest = Math.max(image.getWidth(), image.getHeight());
        double scale = longest > LONGEST_SIDE
                ? (double) LONGEST_SIDE / longest
                : longest < SHORT_SIDE ? Math.min(3, 2.0 * SHORT_SIDE / Math.max(1, longest)) : 1;
        int width = Math.max(1, (int) (image.getWidth() * scale));
        int height = Math.max(1, (int) (image.getHeight() * scale));
        BufferedImage fitted = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = fitted.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // what shines through shows white paper
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return fitted;
    }

    /** What is black or blue. */
    GreyPicture printed() {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int red = row[x] >> 16 & 0xFF;
                int others = Math.max(row[x] >> 8 & 0xFF, row[x] & 0xFF);
                pixels[y * row.length + x] = (byte) unsealed(red, others);
            }
        }
        return new GreyPicture(image.getWidth(), image.getHeight(), pixels);
    }

    /** What is black: without seal and signature, but also without letters in colour. */
    GreyPicture black() {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int red = row[x] >> 16 & 0xFF;
                int green = row[x] >> 8 & 0xFF;
                int blue = row[x] & 0xFF;
                boolean pen = blue - red > BLUER;
                pixels[y * row.length + x] = (byte) (pen ? 255 : unsealed(red, Math.max(green, blue)));
            }
        }
        return new GreyPicture(image.getWidth(), image.getHeight(), pixels);
    }

    /** What is red; empty when nothing is. */
    Optional<GreyPicture> stamped() {
        byte[] pixels = new byte[image.getWidth() * image.getHeight()];
        int[] row = new int[image.getWidth()];
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int x = 0; x < row.length; x++) {
                int red = row[x] >> 16 & 0xFF;
                int others = Math.max(row[x] >> 8 & 0xFF, row[x] & 0xFF);
                int redder = red - others;
                count += redder > REDDER ? 1 : 0;
                pixels[y * row.length + x] = (byte) (255 - Math.min(255, Math.max(0, redder - REDDER / 2) * 3));
            }
        }
        return count > SOME_RED * pixels.length
                ? Optional.of(new GreyPicture(image.getWidth(), image.getHeight(), pixels))
                : Optional.empty();
    }
}
