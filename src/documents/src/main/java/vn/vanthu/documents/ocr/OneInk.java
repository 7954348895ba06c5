package vn.vanthu.documents.ocr;

import java.awt.image.BufferedImage;

/** A picture as ink on paper: its most frequent colour is the paper, what differs from it most is the ink. */
final class OneInk {

    /** Colours that differ less from the paper are the paper's own. */
    private static final int FAINTEST = 40;
    /** Pixels of one ink differ less than this: its edges and the traces of JPEG do. */
    private static final int SAME_INK = 90;
    /** The part of the ink that has its colour, at least. */
    private static final double ONE = 0.85;

    private static final int REDDER = 50;
    /** For counting, colours are told apart by three bits of each of red, green and blue. */
    private static final int BITS = 3;

    private final int width;
    private final int height;
    private final int[] colours;
    private final int paper;
    private final int strongest;

    OneInk(BufferedImage image) {
        this.width = image.getWidth();
        this.height = image.getHeight();
        this.colours = onWhite(image.getRGB(0, 0, width, height, null, 0, width));
        this.paper = mostFrequent();
        int most = 0;
        for (int colour : colours) {
            most = Math.max(most, difference(colour, paper));
        }
        this.strongest = Math.max(FAINTEST, most);
    }

    private static int[] onWhite(int[] colours) {
        for (int i = 0; i < colours.length; i++) {
            int opaque = colours[i] >>> 24;
            int light = 255 - opaque;
            colours[i] = (red(colours[i]) * opaque / 255 + light) << 16
                    | (green(colours[i]) * opaque / 255 + light) << 8
                    | (blue(colours[i]) * opaque / 255 + light);
        }
        return colours;
    }

    private int mostFrequent() {
        int[] counts = new int[1 << 3 * BITS];
        int[] examples = new int[counts.length];
        int best = 0;
        for (int colour : colours) {
            int kind =
                    red(colour) >> 8 - BITS << 2 * BITS | green(colour) >> 8 - BITS << BITS | blue(colour) >> 8 - BITS;
            examples[kind] = colour;
            best = ++counts[kind] > counts[best] ? kind : best;
        }
        return examples[best];
    }

    /** Black for the strongest ink, white for the paper. */
    GreyPicture picture() {
        byte[] pixels = new byte[colours.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (255 - 255 * difference(colours[i], paper) / strongest);
        }
        return new GreyPicture(width, height, pixels);
    }

    double paperShare() {
        long count = 0;
        for (int colour : colours) {
            count += difference(colour, paper) < FAINTEST ? 1 : 0;
        }
        return (double) count / Math.max(1, colours.length);
    }

    boolean isOne() {
        int ink = ink();
        long same = 0;
        long all = 0;
        for (int colour : colours) {
            if (isInk(colour)) {
                all++;
                same += difference(colour, ink) < SAME_INK ? 1 : 0;
            }
        }
        return same > ONE * all;
    }

    /** Whether ink or paper is: a stamp may be cut out of red. */
    boolean isRed() {
        return isRed(ink()) || isRed(paper);
    }

    private static boolean isRed(int colour) {
        return red(colour) - Math.max(green(colour), blue(colour)) > REDDER;
    }

    private boolean isInk(int colour) {
        return difference(colour, paper) > strongest * 2 / 3;
    }

    /** Its colour on average. */
    private int ink() {
        long red = 0;
        long green = 0;
        long blue = 0;
        long count = 0;
        for (int colour : colours) {
            if (isInk(colour)) {
                red += red(colour);
                green += green(colour);
                blue += blue(colour);
                count++;
            }
        }
        return count == 0 ? paper : (int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count);
    }

    private static int difference(int one, int other) {
        int red = Math.abs(red(one) - red(other));
        int green = Math.abs(green(one) - green(other));
        return Math.max(Math.max(red, green), Math.abs(blue(one) - blue(other)));
    }

    private static int red(int colour) {
        return colour >> 16 & 0xFF;
    }

    private static int green(int colour) {
        return colour >> 8 & 0xFF;
    }

    private static int blue(int colour) {
        return colour & 0xFF;
    }
}
