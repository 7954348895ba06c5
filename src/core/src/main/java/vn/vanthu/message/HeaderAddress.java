package vn.vanthu.message;

import java.util.regex.Pattern;

/**
 * One entry of an address field, with everything in it that a mail program may show to people.
 *
 * @param name the display name, decoded; for the label of a group that label; where no address can be made out, the
 *     whole entry
 * @param comment what stands in parentheses, decoded; empty when there is none
 * @param address as written, without angle brackets; empty for a group's label and where there is no @
 */
public record HeaderAddress(String name, String comment, String address) {

    private static final Pattern PLAIN =
            Pattern.compile("[\\x21-\\x7E&&[^@<>()\",;:\\\\\\[\\]]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    /**
     * Whether every mail program reads the address alike: ASCII, no quotes, no spaces, no brackets, one @, nothing that
     * looks like an encoded word.
     */
    public boolean isPlain() {
        return address.length() <= 320
                && !address.contains("=?")
                && PLAIN.matcher(address).matches();
    }
}
