package vn.vanthu.server;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import vn.vanthu.documents.MessageContents;
import vn.vanthu.organization.OrganizationFile;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.testing.Golden;

/** The rules for the shipped office, on the day on which the tests' mails were written. */
public final class ShippedRules {

    private ShippedRules() {}

    /** @param folder for what the spam filter learns */
    public static Rehearsal rehearsal(MessageContents contents, Path folder) throws Exception {
        return rehearsal(Golden.CONF, contents, folder);
    }

    /** @param conf a folder with another {@code mailetcontainer.xml} */
    public static Rehearsal rehearsal(Path conf, MessageContents contents, Path folder) throws Exception {
        return new Rehearsal(
                OrganizationFile.load(Golden.CONF.resolve("organization.xml")),
                RehearsalPolicy.of(conf),
                LocalDate.of(2026, 11, 23),
                contents,
                Lessons.open(folder.resolve("spam"), Clock.systemUTC()));
    }
}
