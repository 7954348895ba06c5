package vn.vanthu.server;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.config.Problem;

/** Passwords for people. */
public final class Passwords {

    private static final String CLEAR_CHARACTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int SHORTEST = 10;

    private Passwords() {}

    /** A random one that can be read out: four groups of four, 79 bits. */
    public static String readable() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int place = 0; place < 16; place++) {
            if (place > 0 && place % 4 == 0) {
                password.append('-');
            }
            password.append(CLEAR_CHARACTERS.charAt(random.nextInt(CLEAR_CHARACTERS.length())));
        }
        return password.toString();
    }

    /**
     * Takes length before rules about kinds of characters: people meet those with "Matkhau1!".
     *
     * @throws ConfigurationException when the password is too easy to guess
     */
    public static void check(String password, String address) throws ConfigurationException {
        boolean monotonous = password.chars().distinct().count() < 5;
        String name = address.substring(0, address.indexOf('@'));
        boolean named = password.toLowerCase(Locale.ROOT).contains(name.toLowerCase(Locale.ROOT));
        if (password.length() < SHORTEST || monotonous || named) {
            throw new ConfigurationException(List.of(new Problem(
                    "user passwd",
                    "password",
                    password.length() + " characters" + (named ? " with the login in them" : ""),
                    SHORTEST + " or more, at least five different ones, and not the login in it",
                    null)));
        }
    }
}
