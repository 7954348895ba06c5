package vn.vanthu.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Converts a text of any length in constant memory: chunk by chunk, cut at the ends of lines where there are any. What
 * one chunk turns out to be is evidence for the next.
 */
public final class StreamConverter {

    private static final int CHUNK = 1 << 18;

    private final VietnameseText engine;
    private final Optional<Encoding> from;

    /** Finds the encoding out. */
    public StreamConverter(VietnameseText engine) {
        this.engine = engine;
        this.from = Optional.empty();
    }

    /** Takes the encoding as told. */
    public StreamConverter(VietnameseText engine, Encoding from) {
        this.engine = engine;
        this.from = Optional.of(from);
    }

    /**
     * What became of a stream.
     *
     * @param encoding that of the first chunk that was changed; of the first one when none was
     */
    public record Summary(Encoding encoding, boolean changed, int lost) {}

    /** Copies the text, converted; bytes that need no change are copied as they are. */
    public Summary convert(InputStream in, OutputStream out) throws IOException {
        byte[] buffer = new byte[CHUNK];
        int held = 0;
        Summary summary = new Summary(Encoding.UTF_8, false, 0);
        boolean first = true;
        Evidence evidence = Evidence.none();
        while (true) {
            int read = in.readNBytes(buffer, held, CHUNK - held);
            int filled = held + read;
            if (filled == 0) {
                return summary;
            }
            int cut = filled < CHUNK ? filled : cut(buffer);
            byte[] chunk = Arrays.copyOf(buffer, cut);
            Conversion conversion = convert(chunk, evidence);
            out.write(conversion.changed() ? conversion.text().getBytes(StandardCharsets.UTF_8) : chunk);
            summary = add(summary, conversion, first);
            evidence = conversion.changed() ? Evidence.none().withContext(conversion.encoding()) : evidence;
            first = false;
            held = filled - cut;
            System.arraycopy(buffer, cut, buffer, 0, held);
        }
    }

    private Conversion convert(byte[] chunk, Evidence evidence) {
        return from.map(encoding -> engine.decode(chunk, encoding)).orElseGet(() -> engine.convert(chunk, evidence));
    }

    private static Summary add(Summary summary, Conversion conversion, boolean first) {
        boolean names = first || conversion.changed() && !summary.changed();
        return new Summary(
                names ? conversion.encoding() : summary.encoding(),
                summary.changed() || conversion.changed(),
                summary.lost() + conversion.lost());
    }

    /** After the last line of a full chunk; without one, after the last space; without that, before the last ASCII. */
    private static int cut(byte[] chunk) {
        for (byte end : new byte[] {'\n', ' '}) {
            for (int at = chunk.length - 1; at > 0; at--) {
                if (chunk[at] == end) {
                    return at + 1;
                }
            }
        }
        int at = chunk.length - 1;
        while (at > 0 && chunk[at] < 0) {
            at--;
        }
        return at == 0 ? chunk.length : at;
    }
}
