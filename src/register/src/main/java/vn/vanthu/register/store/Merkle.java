package vn.vanthu.register.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The hashes of seals, version 1. A leaf is SHA-256(0, table, row id, row hash), a node SHA-256(1, left, right), an odd
 * node goes up as it is. The head is SHA-256(version, number, time, leaves, root, previous head); the first seal's
 * previous head is 32 zeros.
 */
final class Merkle {

    static final byte[] NOTHING_BEFORE = new byte[32];
    private static final byte[] VERSION = "vanthu-seal-1".getBytes(StandardCharsets.US_ASCII);

    private Merkle() {}

    static byte[] leaf(LogTable table, long rowId, byte[] rowHash) {
        MessageDigest digest = Hashes.sha256();
        digest.update((byte) 0);
        digest.update(table.table().getBytes(StandardCharsets.US_ASCII));
        digest.update(Hashes.number(rowId));
        return digest.digest(rowHash);
    }

    static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return NOTHING_BEFORE.clone();
        }
        List<byte[]> level = leaves;
        while (level.size() > 1) {
            List<byte[]> above = new ArrayList<>(level.size() / 2 + 1);
            for (int i = 0; i + 1 < level.size(); i += 2) {
                above.add(node(level.get(i), level.get(i + 1)));
            }
            if (level.size() % 2 == 1) {
                above.add(level.get(level.size() - 1));
            }
            level = above;
        }
        return level.get(0);
    }

    private static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Hashes.sha256();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    static byte[] head(long number, LocalDateTime at, int leaves, byte[] root, byte[] previous) {
        MessageDigest digest = Hashes.sha256();
        digest.update(VERSION);
        digest.update(Hashes.number(number));
        digest.update(Hashes.number(Hashes.microseconds(at)));
        digest.update(Hashes.number(leaves));
        digest.update(root);
        return digest.digest(previous);
    }
}
