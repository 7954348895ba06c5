package vn.vanthu.server.command;

/** Who sits at the administrator's shell, for the register. */
final class SystemUser {

    private SystemUser() {}

    /** The operating system's account; behind {@code sudo} also whose it was. */
    static String name() {
        String account = System.getProperty("user.name", "?");
        String before = System.getenv("SUDO_USER");
        return before == null || before.isBlank() || before.equals(account)
                ? account
                : account + " (sudo " + before + ")";
    }
}
