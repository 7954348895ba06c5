package vn.vanthu.register.book;

/**
 * Who changes a book, why, and the key of the change.
 *
 * @param login the full address of the person, or of the service, in whose name it is done
 * @param systemUser who typed it, when it was done in the admin's shell; else empty
 * @param reason for people; may be empty where none is asked
 * @param key unique for the change, the same when it is tried again: then the first result is returned
 */
public record Act(String login, String systemUser, String reason, String key) {

    public Act {
        if (login.isBlank() || key.isBlank()) {
            throw new IllegalArgumentException("a change of a book needs a login and a key");
        }
    }

    public static Act by(String login, String key) {
        return new Act(login, "", "", key);
    }

    public Act because(String why) {
        return new Act(login, systemUser, why, key);
    }
}
