package vn.vanthu.documents.ocr;

import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A picture in shades of grey.
 *
 * @param pixels row by row, 0 is black and 255 white
 */
record GreyPicture(int width, int height, byte[] pixels) {

    /** Darker than this is ink. */
    static final int INK = 140;

    private static final double STEP_DEGREES = 0.2;
    private static final double MOST_DEGREES = 5;
    private static final int SAMPLE_WIDTH = 700;
    /** So much ink in a column of pixels is dust. */
    private static final int SPECKS = 2;
    /** Pieces of ink with so many empty rows between are two. */
    private static final int APART = 24;
    /** Lower ones are lines and dust. */
    private static final int LOWEST = 12;

    int at(int x, int y) {
        return pixels[y * width + x] & 0xFF;
    }

    static GreyPicture of(BufferedImage grey) {
        byte[] pixels = new byte[grey.getWidth() * grey.getHeight()];
        grey.getRaster().getDataElements(0, 0, grey.getWidth(), grey.getHeight(), pixels);
        return new GreyPicture(grey.getWidth(), grey.getHeight(), pixels);
    }

    BufferedImage image() {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, pixels);
        return image;
    }

    /** The part of it that is ink, from 0 to 1. */
    double ink() {
        long count = 0;
        for (byte pixel : pixels) {
            count += (pixel & 0xFF) < INK ? 1 : 0;
        }
        return (double) count / Math.max(1, pixels.length);
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write(("P5\n" + width + " " + height + "\n255\n").getBytes(StandardCharsets.US_ASCII));
            out.write(pixels);
        }
    }

    /** Upright again after lying a little askew. */
    GreyPicture straightened() {
        return straightened(slope());
    }

    /** Turned back by the slope of its rows. */
    GreyPicture straightened(double slope) {
        return Math.abs(slope) < Math.tan(Math.toRadians(STEP_DEGREES)) ? this : turnedBack(Math.atan(slope));
    }

    /** The slope of its rows of letters: the one along which ink gathers most. */
    double slope() {
        int step = Math.max(1, width / SAMPLE_WIDTH);
        double best = rowContrast(0, step) * 1.02;
        double slope = 0;
        for (double degrees = -MOST_DEGREES; degrees <= MOST_DEGREES; degrees += STEP_DEGREES) {
            double candidate = Math.tan(Math.toRadians(degrees));
            double contrast = rowContrast(candidate, step);
            if (contrast > best) {
                best = contrast;
                slope = candidate;
            }
        }
        return slope;
    }

    private double rowContrast(double slope, int step) {
        int[] rows = new int[height / step + 1];
        for (int y = 0; y < height; y += step) {
            for (int x = 0; x < width; x += step) {
                int row = (int) ((y - slope * (x - width / 2.0)) / step);
                if (row >= 0 && row < rows.length && at(x, y) < INK) {
                    rows[row]++;
                }
            }
        }
        double contrast = 0;
        for (int i = 1; i < rows.length; i++) {
            double difference = rows[i] - rows[i - 1];
            contrast += difference * difference;
        }
        return contrast;
    }

    private GreyPicture turnedBack(double angle) {
        byte[] turned = new byte[pixels.length];
        Arrays.fill(turned, (byte) 255);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double centerX = width / 2.0;
        double centerY = height / 2.0;
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double fromX = centerX + (x - centerX) * cos - (y - centerY) * sin;
                double fromY = centerY + (x - centerX) * sin + (y - centerY) * cos;
                if (fromX >= 0 && fromY >= 0 && fromX < width - 1 && fromY < height - 1) {
                    turned[y * width + x] = (byte) between(fromX, fromY);
                }
            }
        }
        return new GreyPicture(width, height, turned);
    }

    private int between(double x, double y) {
        int left = (int) x;
        int top = (int) y;
        double right = x - left;
        double below = y - top;
        double above = at(left, top) * (1 - right) + at(left + 1, top) * right;
        double under = at(left, top + 1) * (1 - right) + at(left + 1, top + 1) * right;
        return (int) (above * (1 - below) + under * below);
    }

    /** A rectangle of it; sides are pixels. */
    GreyPicture part(int left, int top, int right, int bottom) {
        byte[] part = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(pixels, y * width + left, part, (y - top) * (right - left), right - left);
        }
        return new GreyPicture(right - left, bottom - top, part);
    }

    /**
     * Where ink is, each piece by itself: a stamp is found in its own surroundings, but overlooked on a page with a large seal.
     * Pieces above each other are parted; each is left, top, right and bottom, with a margin.
     */
    List<int[]> inked() {
        List<int[]> pieces = new ArrayList<>();
        int top = -1;
        int last = -1;
        for (int y = 0; y <= height; y++) {
            if (y < height && hasInk(y)) {
                top = top < 0 ? y : top;
                last = y;
            } else if (top >= 0 && (y == height || y - last > APART)) {
                if (last - top >= LOWEST) {
                    pieces.add(around(top, last + 1));
                }
                top = -1;
            }
        }
        return pieces;
    }

    private boolean hasInk(int y) {
        int ink = 0;
        for (int x = 0; x < width && ink <= SPECKS; x++) {
            ink += at(x, y) < INK ? 1 : 0;
        }
        return ink > SPECKS;
    }

    private int[] around(int top, int bottom) {
        int left = 0;
        while (left < width && isEmpty(left, top, bottom)) {
            left++;
        }
        int right = width;
        while (right > left && isEmpty(right - 1, top, bottom)) {
            right--;
        }
        return new int[] {
            Math.max(0, left - APART),
            Math.max(0, top - APART),
            Math.min(width, right + APART),
            Math.min(height, bottom + APART)
        };
    }

    /** The middle of the widest strip without ink from top to bottom, among the columns of pixels given. */
    int gap(int left, int right, int top, int bottom) {
        int best = (left + right) / 2;
        int widest = 0;
        int strip = 0;
        for (int x = left; x < right; x++) {
            strip = isEmpty(x, top, bottom) ? strip + 1 : 0;
            if (strip > widest) {
                widest = strip;
                best = x - strip / 2;
            }
        }
        return best;
    }

    private boolean isEmpty(int x, int top, int bottom) {
        int ink = 0;
        for (int y = top; y < bottom && ink <= SPECKS; y++) {
            ink += at(x, y) < INK ? 1 : 0;
        }
        return ink <= SPECKS;
    }

    /** Turned by quarters of a circle, clockwise. */
    GreyPicture turned(int quarters) {
        GreyPicture picture = this;
        for (int i = 0; i < quarters; i++) {
            byte[] turned = new byte[picture.pixels.length];
            for (int y = 0; y < picture.height; y++) {
                for (int x = 0; x < picture.width; x++) {
                    turned[x * picture.height + picture.height - 1 - y] = picture.pixels[y * picture.width + x];
                }
            }
            picture = new GreyPicture(picture.height, picture.width, turned);
        }
        return picture;
    }
}
