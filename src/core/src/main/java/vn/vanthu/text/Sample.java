package vn.vanthu.text;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** The stretches of a long text that hold most of what detection needs: those with bytes beyond ASCII. */
final class Sample {

    private static final int STRETCH = 120;

    private Sample() {}

    /** Indexes of up to {@code size} units, in order: whole stretches with high bytes, spread over the text. */
    static int[] pick(char[] units, int size) {
        return pick(units.length, size, at -> units[at] >= 0x80 && units[at] <= 0xFF);
    }

    /** The same of bytes, as units. */
    static char[] take(byte[] text, int size) {
        int[] picked = pick(text.length, size, at -> text[at] < 0);
        char[] some = new char[picked.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = (char) (text[picked[i]] & 0xFF);
        }
        return some;
    }

    private static int[] pick(int length, int size, IntPredicate isHigh) {
        int[] picked = new int[size];
        int count = 0;
        int stretches = (length + STRETCH - 1) / STRETCH;
        int stride = Math.max(1, stretches * STRETCH / size / 4);
        for (int stretch = 0; stretch < stretches && count < size; stretch += nextStep(stretch, stride)) {
            int from = stretch * STRETCH;
            int to = Math.min(length, from + STRETCH);
            if (IntStream.range(from, to).anyMatch(isHigh)) {
                for (int at = from; at < to && count < size; at++) {
                    picked[count++] = at;
                }
            }
        }
        return Arrays.copyOf(picked, count);
    }

    /** Two stretches side by side, then a leap: words at the seams stay whole more often. */
    private static int nextStep(int stretch, int stride) {
        return stretch % 2 == 0 ? 1 : 2 * stride - 1;
    }

    static char[] take(char[] text, int[] picked) {
        char[] some = new char[picked.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = text[picked[i]];
        }
        return some;
    }
}
