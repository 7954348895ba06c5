package vn.vanthu.james;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import org.apache.james.jdkim.api.SignatureRecord;
import org.apache.james.jdkim.canon.RelaxedBodyCanonicalizer;
import org.apache.james.jdkim.canon.SimpleBodyCanonicalizer;

/**
 * Whether text follows the part of a body that a DKIM signature covers ({@code l=}): anybody can append to such a mail and
 * the signature stays valid (RFC 6376, 8.2).
 */
final class UnsignedTail {

    private UnsignedTail() {}

    static boolean follows(byte[] message, SignatureRecord signature) {
        int signed = signature.getBodyHashLimit();
        return signed >= 0 && canonicalLength(message, signature) > signed;
    }

    private static long canonicalLength(byte[] message, SignatureRecord signature) {
        Counter counter = new Counter();
        boolean relaxed = SignatureRecord.RELAXED.equalsIgnoreCase(signature.getBodyCanonicalisationMethod());
        try (OutputStream body =
                relaxed ? new RelaxedBodyCanonicalizer(counter) : new SimpleBodyCanonicalizer(counter)) {
            int start = bodyStart(message);
            body.write(message, start, message.length - start);
        } catch (IOException e) {
            throw new UncheckedIOException("counting does not fail", e);
        }
        return counter.count;
    }

    private static int bodyStart(byte[] message) {
        for (int i = 1; i < message.length; i++) {
            boolean emptyLine = message[i] == '\n'
                    && (message[i - 1] == '\n' || i > 1 && message[i - 1] == '\r' && message[i - 2] == '\n');
            if (emptyLine) {
                return i + 1;
            }
        }
        return message.length;
    }

    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int b) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
