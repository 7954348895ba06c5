package vn.vanthu.james;

import org.apache.james.core.MailAddress;

/**
 * One of VanThu's own addresses as it was written to.
 *
 * @param address without the key, lower case
 * @param key what stands behind the {@code +}, as written: the key of the question that is answered; empty when there is
 *     none
 */
public record ServiceAddress(String address, String key) {

    public static ServiceAddress of(MailAddress recipient) {
        String whole = Addresses.of(recipient);
        int at = whole.lastIndexOf('@');
        int plus = whole.indexOf('+');
        if (plus < 0 || plus > at) {
            return new ServiceAddress(whole, "");
        }
        String key = recipient.asString().substring(plus + 1, at);
        return new ServiceAddress(whole.substring(0, plus) + whole.substring(at), key);
    }

    /** The address that answers to a question go to: {@code vanthu-he-thong+KEY@DOMAIN}. */
    public static String withKey(String service, String key) {
        int at = service.lastIndexOf('@');
        return service.substring(0, at) + "+" + key + service.substring(at);
    }

    public boolean isAt(String service) {
        return address.equals(service);
    }
}
