package vn.vanthu.spam.learn;

import java.util.Arrays;

/** Gathers the hashed tokens of one message as places in the learners' tables, each once, up to a limit. One thread. */
final class TokenSet {

    /** Places in the learners' tables. Twice as many were no better, and cost 10 MB more. */
    static final int PLACES = 1 << 19;

    /** More tokens than this tell nothing new, and cost time. */
    static final int MOST = 8000;

    private static final int SLOTS = 1 << 14;

    private final int[] slots = new int[SLOTS];
    private int size;

    void add(int hash) {
        int token = Math.max(1, mix(hash) & PLACES - 1);
        int slot = token & SLOTS - 1;
        while (slots[slot] != 0 && slots[slot] != token) {
            slot = slot + 1 & SLOTS - 1;
        }
        if (slots[slot] == 0 && size < MOST) {
            slots[slot] = token;
            size++;
        }
    }

    /** In ascending order. */
    int[] toArray() {
        int[] tokens = new int[size];
        int next = 0;
        for (int slot : slots) {
            if (slot != 0) {
                tokens[next++] = slot;
            }
        }
        Arrays.sort(tokens);
        return tokens;
    }

    /** The finalizer of MurmurHash3: every bit of the input reaches every bit of the result. */
    static int mix(int value) {
        int h = value;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        return h ^ h >>> 16;
    }
}
