package vn.vanthu.register.store;

import java.time.Instant;

/**
 * The newest seal: who knows its hash can tell later whether anything before it was altered or cut off.
 *
 * @param number of the seal
 * @param hash lower case hex
 */
public record SealHead(long number, Instant sealedAt, String hash) {}
