package vn.vanthu.message;

import java.io.IOException;
import java.io.InputStream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.io.MaxHeaderLengthLimitException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/** How deep parts and messages stand in each other (RFC 2046, 5.1 and 5.2.1). */
public final class Nesting {

    private static final MimeConfig AS_IT_IS = MimeConfig.custom()
            .setMaxLineLen(-1)
            .setMaxHeaderLen(PartReader.Limits.USUAL.headerBytes())
            .setMaxHeaderCount(-1)
            .build();

    private Nesting() {}

    /**
     * Whether something in the message stands deeper, or behind a header that is too long to be read; what cannot be taken
     * apart counts as far as it could.
     */
    public static boolean isDeeperThan(int levels, InputStream message) throws IOException {
        MimeTokenStream tokens = new MimeTokenStream(AS_IT_IS);
        tokens.parse(message);
        int depth = 0;
        try {
            for (EntityState state = tokens.getState();
                    state != EntityState.T_END_OF_STREAM && depth <= levels;
                    state = tokens.next()) {
                depth += step(state);
            }
        } catch (MaxHeaderLengthLimitException e) {
            return true;
        } catch (MimeException e) {
            return false;
        }
        return depth > levels;
    }

    private static int step(EntityState state) {
        return switch (state) {
            case T_START_MULTIPART, T_START_MESSAGE -> 1;
            case T_END_MULTIPART, T_END_MESSAGE -> -1;
            default -> 0;
        };
    }
}
