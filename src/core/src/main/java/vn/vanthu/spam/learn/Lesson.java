package vn.vanthu.spam.learn;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.function.IntConsumer;

/**
 * A message that somebody called ham or spam. It holds no text: only the places of its tokens, from which nobody can read
 * the message.
 */
public final class Lesson {

    private final String key;
    private final Kind kind;
    private final String source;
    private final Instant at;
    private final float points;
    private final byte[] tokens;

    /**
     * @param key of the message: a second lesson with the same key replaces the first
     * @param source who taught it: a login, or the name of a program
     * @param points what the rules gave
     * @param tokens as {@link Tokens} gives them: ascending, each once
     */
    public Lesson(String key, Kind kind, String source, Instant at, double points, int[] tokens) {
        this(key, kind, source, at, (float) points, packed(tokens));
    }

    Lesson(String key, Kind kind, String source, Instant at, float points, byte[] packed) {
        this.key = key;
        this.kind = kind;
        this.source = source;
        this.at = at;
        this.points = points;
        this.tokens = packed;
    }

    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    public String source() {
        return source;
    }

    public Instant at() {
        return at;
    }

    float points() {
        return points;
    }

    byte[] packed() {
        return tokens;
    }

    /** About what it takes in memory. */
    int bytes() {
        return tokens.length + 200;
    }

    int count() {
        int count = 0;
        for (byte b : tokens) {
            count += b >= 0 ? 1 : 0;
        }
        return count;
    }

    /** Gives the tokens one by one. */
    void forEach(IntConsumer use) {
        int token = 0;
        int difference = 0;
        int shift = 0;
        for (byte b : tokens) {
            difference |= (b & 0x7F) << shift;
            shift += 7;
            if (b >= 0) {
                token += difference;
                use.accept(token & TokenSet.PLACES - 1);
                difference = 0;
                shift = 0;
            }
        }
    }

    /** Differences in groups of seven bits, the last with a clear high bit. */
    private static byte[] packed(int[] tokens) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(tokens.length * 2);
        int before = 0;
        for (int token : tokens) {
            int difference = token - before;
            while (difference > 0x7F) {
                packed.write(difference & 0x7F | 0x80);
                difference >>>= 7;
            }
            packed.write(difference);
            before = token;
        }
        return packed.toByteArray();
    }
}
