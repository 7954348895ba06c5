package vn.vanthu.benchmark.mail;

import java.util.List;
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
    SIGNING("VanThu + DKIM", Launcher.class),

    /** What an office would install instead: Postfix from Debian, its mails seen by Rspamd. */
    POSTFIX_RSPAMD("Postfix + Rspamd", DebianProgram.POSTFIX, DebianProgram.RSPAMD),

    /** Postfix from Debian, its mails seen by SpamAssassin. */
    POSTFIX_SPAMASSASSIN("Postfix + SpamAssassin", DebianProgram.POSTFIX, DebianProgram.SPAMD, DebianProgram.SPAMC);

    private final String title;
    private final List<Class<?>> mainClass;
    private final List<DebianProgram> programs;

    Variant(String title, Class<?> mainClass) {
        this.title = title;
        this.mainClass = List.of(mainClass);
        this.programs = List.of();
    }

    Variant(String title, DebianProgram... programs) {
        this.title = title;
        this.mainClass = List.of();
        this.programs = List.of(programs);
    }

    String title() {
        return title;
    }

    /** Whether it is somebody else's server, which only relays. */
    boolean isPeer() {
        return !programs.isEmpty();
    }

    /** What a peer needs. */
    List<DebianProgram> programs() {
        return programs;
    }

    /** What starts a gateway. */
    Class<?> mainClass() {
        return mainClass.get(0);
    }

    boolean keepsRegister() {
        return !isPeer() && this != PLAIN;
    }

    boolean takes(Workload.Way way) {
        return way == Workload.Way.RELAY || !isPeer();
    }
}
