package vn.vanthu.text;

import java.util.Arrays;

/** The stretches of a long text that hold most of what detection needs: those with bytes beyond ASCII. */
final class Sample {

    private static final int STRETCH = 120;

    private Sample() {}

    /** Indexes of up to {@code size} units, in order: whole stretches with high bytes, spread over the text. */
    static int[] pick(char[] units, int size) {
        int[] picked = new int[size];
        int count = 0;
        int stretches = (units.length + STRETCH - 1) / STRETCH;
        int stride = Math.max(1, stretches * STRETCH / size / 4);
        for (int stretch = 0; stretch < stretches && count < size; stretch += nextStep(stretch, stride)) {
            int from = stretch * STRETCH;
            int to = Math.min(units.length, from + STRETCH);
            if (hasHigh(units, from, to)) {
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

    private static boolean hasHigh(char[] units, int from, int to) {
        for (int at = from; at < to; at++) {
            if (units[at] >= 0x80 && units[at] <= 0xFF) {
                return true;
            }
        }
        return false;
    }
}
