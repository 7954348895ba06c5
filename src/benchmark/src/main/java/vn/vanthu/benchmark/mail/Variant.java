package vn.vanthu.benchmark.mail;

import vn.vanthu.server.command.Launcher;

/** What is measured. The first one named is what the others are compared with. */
enum Variant {
    /** The same assembly with James's own mailets and SMTP handlers: what it takes to move a mail without a register. */
    PLAIN("plain James", UncheckedGateway.class),

    /** The register's part of our pipeline alone: a row for each mail, an event for each recipient. */
    LOGGING("logging alone", UncheckedGateway.class),

    /** Our pipeline as shipped, but for DKIM: James has nothing that it could be compared with. */
    GATEWAY("VanThu", Launcher.class),

    /** Our pipeline as shipped. */
    SIGNING("VanThu + DKIM", Launcher.class);

    private final String title;
    private final Class<?> mainClass;

    Variant(String title, Class<?> mainClass) {
        this.title = title;
        this.mainClass = mainClass;
    }

    String title() {
        return title;
    }

    Class<?> mainClass() {
        return mainClass;
    }
}
