package vn.vanthu.server;

import java.security.SecureRandom;
import java.util.List;
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

    /** @throws ConfigurationException when the password is too easy to guess */
    public static void check(String password) throws ConfigurationException {
        boolean oneCharacter = password.chars().distinct().count() < 4;
        if (password.length() < SHORTEST || oneCharacter) {
            throw new ConfigurationException(List.of(new Problem(
                    "user passwd",
                    "password",
                    password.length() + " characters",
                    SHORTEST + " or more, at least four different ones",
                    null)));
        }
    }
}
