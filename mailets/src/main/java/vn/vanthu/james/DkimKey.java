package vn.vanthu.james;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * What outgoing mail is signed with (RFC 6376).
 *
 * @param domain {@code d=}: the agency's domain
 * @param selector {@code s=}: the name of the record under {@code _domainkey}
 * @param privateKey RSA
 */
public record DkimKey(String domain, String selector, PrivateKey privateKey) {

    /** The record that DNS publishes at {@code SELECTOR._domainkey.DOMAIN}. */
    public String published() {
        return "v=DKIM1; k=rsa; p=" + publicHalf();
    }

    /** The public half in base64. */
    public String publicHalf() {
        try {
            RSAPrivateCrtKey rsa = (RSAPrivateCrtKey) privateKey;
            PublicKey half = KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
            return Base64.getEncoder().encodeToString(half.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK knows RSA", e);
        }
    }
}
