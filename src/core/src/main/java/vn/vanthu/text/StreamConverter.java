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
    private final byte[] utf8 = new byte[BulkDecoder.outputSize(CHUNK)];

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
    public record Summary(Encoding encoding, boolean changed, int lost) {

        private Summary and(Summary next) {
            boolean names = next.changed && !changed;
            return new Summary(names ? next.encoding : encoding, changed || next.changed, lost + next.lost);
        }
    }

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
            Summary part = convert(Arrays.copyOf(buffer, cut), evidence, out);
            summary = first ? part : summary.and(part);
            evidence = part.changed() ? Evidence.none().withContext(part.encoding()) : evidence;
            first = false;
            held = filled - cut;
            System.arraycopy(buffer, cut, buffer, 0, held);
        }
    }

    private Summary convert(byte[] chunk, Evidence evidence, OutputStream out) throws IOException {
        if (from.isEmpty() && engine.isPlainUnicode(chunk)) {
            out.write(chunk);
            return new Summary(Encoding.UTF_8, false, 0);
        }
        Optional<Encoding> uniform = from.isPresent() ? told(chunk) : engine.uniform(chunk, evidence);
        if (uniform.isPresent()) {
            return decode(chunk, uniform.get(), out);
        }
        Conversion conversion =
                from.map(encoding -> engine.decode(chunk, encoding)).orElseGet(() -> engine.convert(chunk, evidence));
        out.write(conversion.changed() ? conversion.text().getBytes(StandardCharsets.UTF_8) : chunk);
        return new Summary(conversion.encoding(), conversion.changed(), conversion.lost());
    }

    /** The encoding that was told, where a chunk is sure to change. */
    private Optional<Encoding> told(byte[] chunk) {
        return from.filter(Encoding::hasTable).filter(encoding -> Utf8.firstBeyondAscii(chunk) < chunk.length);
    }

    private Summary decode(byte[] chunk, Encoding encoding, OutputStream out) throws IOException {
        BulkDecoder.Result result = engine.decoder(encoding).decode(chunk, utf8);
        out.write(utf8, 0, result.length());
        return new Summary(encoding, true, result.lost());
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
