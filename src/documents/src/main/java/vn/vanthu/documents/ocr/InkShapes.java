package vn.vanthu.documents.ocr;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The connected shapes of ink in a picture: letters, their marks, and the frame around them. */
final class InkShapes {

    /** The pale rim of a shape belongs to it. */
    private static final int RIM = 200;
    /** Smaller ones are dust. */
    private static final int SMALLEST = 6;
    /** A frame goes around this part of all ink, at least. */
    private static final double AROUND = 0.75;
    /** It is thin: this part of the rectangle in it is ink, at most. */
    private static final double HOLLOW = 0.4;
    /** The part of a frame that lies in straight lines, at least. */
    private static final double STRAIGHT = 0.6;

    /** A shape; right and bottom are its last pixels. */
    record Shape(int number, int left, int top, int right, int bottom, int pixels) {

        int width() {
            return right - left + 1;
        }

        int height() {
            return bottom - top + 1;
        }
    }

    private final GreyPicture picture;
    /** The number of the shape that each pixel is in; 0 for none. */
    private final int[] numbers;

    private final List<Shape> shapes = new ArrayList<>();

    InkShapes(GreyPicture picture) {
        this.picture = picture;
        this.numbers = new int[picture.pixels().length];
        for (int at = 0; at < numbers.length; at++) {
            if (isFree(at)) {
                shape(at, shapes.size() + 1);
            }
        }
        shapes.removeIf(shape -> shape.pixels < SMALLEST);
    }

    private boolean isFree(int at) {
        return numbers[at] == 0 && (picture.pixels()[at] & 0xFF) < RIM;
    }

    private void shape(int first, int number) {
        Deque<Integer> open = new ArrayDeque<>(List.of(first));
        numbers[first] = number;
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = 0;
        int bottom = 0;
        int count = 0;
        while (!open.isEmpty()) {
            int at = open.poll();
            int x = at % picture.width();
            int y = at / picture.width();
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            count++;
            neighbours(x, y, number, open);
        }
        shapes.add(new Shape(number, left, top, right, bottom, count));
    }

    private void neighbours(int x, int y, int number, Deque<Integer> open) {
        for (int toY = Math.max(0, y - 1); toY <= Math.min(picture.height() - 1, y + 1); toY++) {
            for (int toX = Math.max(0, x - 1); toX <= Math.min(picture.width() - 1, x + 1); toX++) {
                int to = toY * picture.width() + toX;
                if (isFree(to)) {
                    numbers[to] = number;
                    open.add(to);
                }
            }
        }
    }

    boolean isEmpty() {
        return shapes.isEmpty();
    }

    /** From the first ink to the last. */
    int width() {
        return isEmpty() ? 0 : right() - left() + 1;
    }

    int height() {
        return isEmpty() ? 0 : bottom() - top() + 1;
    }

    /** Those that go around all the others; two when the frame is double. */
    List<Shape> frames() {
        return shapes.stream()
                .filter(shape -> shape.width() > AROUND * width() && shape.height() > AROUND * height())
                .filter(shape -> shape.pixels < HOLLOW * shape.width() * shape.height() && shapes.size() > 1)
                .toList();
    }

    /** Makes a frame paper; of letters that touch it, what does not lie in its straight lines stays. */
    void erase(Shape frame, byte[] pixels) {
        boolean[] straight = new boolean[numbers.length];
        lines(frame, straight, false);
        lines(frame, straight, true);
        int count = 0;
        for (boolean each : straight) {
            count += each ? 1 : 0;
        }
        // a frame that lies askew has no straight lines
        boolean askew = count < STRAIGHT * frame.pixels;
        for (int at = 0; at < numbers.length; at++) {
            if (askew ? numbers[at] == frame.number : straight[at]) {
                pixels[at] = (byte) 255;
            }
        }
    }

    /** Marks the rows or columns of pixels that go through half of a shape without a gap. */
    private void lines(Shape frame, boolean[] marked, boolean upright) {
        int across = upright ? picture.width() : picture.height();
        int along = upright ? picture.height() : picture.width();
        int half = (upright ? frame.height() : frame.width()) / 2;
        int step = upright ? picture.width() : 1;
        for (int row = 0; row < across; row++) {
            int begin = upright ? row : row * picture.width();
            int run = 0;
            for (int i = 0; i <= along; i++) {
                boolean in = i < along && numbers[begin + i * step] == frame.number;
                if (!in && run > half) {
                    for (int back = i - run; back < i; back++) {
                        marked[begin + back * step] = true;
                    }
                }
                run = in ? run + 1 : 0;
            }
        }
    }

    /** The height of most letters; dots and marks are lower. */
    double letterHeight() {
        int[] heights = shapes.stream().mapToInt(Shape::height).sorted().toArray();
        return heights[heights.length * 3 / 4];
    }

    /** The part of the picture with all ink. */
    GreyPicture around() {
        return picture.part(left(), top(), right() + 1, bottom() + 1);
    }

    private int left() {
        return shapes.stream().mapToInt(Shape::left).min().orElse(0);
    }

    private int top() {
        return shapes.stream().mapToInt(Shape::top).min().orElse(0);
    }

    private int right() {
        return shapes.stream().mapToInt(Shape::right).max().orElse(0);
    }

    private int bottom() {
        return shapes.stream().mapToInt(Shape::bottom).max().orElse(0);
    }
}
