package vn.vanthu.james;

import java.security.PrivateKey;

/**
 * What outgoing mail is signed with (RFC 6376).
 *
 * @param domain {@code d=}: the agency's domain
 * @param selector {@code s=}: the name of the record under {@code _domainkey}
 */
public record DkimKey(String domain, String selector, PrivateKey privateKey) {}
