package vn.vanthu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SortedSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.organization.Organization;
import vn.vanthu.organization.OrganizationFile;

/** Every right that organization.xml gives or takes is noticed, whichever element says it. */
class AccessTableTest {

    private static final Path CONF = Path.of("..", "..", "conf", "organization.xml");
    private static final String CLERK = "vanthu@songoaivu.binhdinh.gov.vn";

    @TempDir
    Path folder = Path.of("");

    private AccessTable table = new AccessTable(folder);

    @BeforeEach
    void lookAtTheDemo() throws Exception {
        table = new AccessTable(folder.resolve("access-rights"));
        table.keep(OrganizationFile.load(CONF));
    }

    private Organization with(String text, String by) throws Exception {
        String before = Files.readString(CONF);
        assertThat(before).contains(text);
        return OrganizationFile.load(Files.writeString(folder.resolve("organization.xml"), before.replace(text, by)));
    }

    private static String login(String name) {
        return name + "@songoaivu.binhdinh.gov.vn";
    }

    @Test
    void anotherRoleIsAChangeForWhoHasIt() throws Exception {
        SortedMap<String, SortedSet<String>> changes = table.changes(
                with("title=\"Chuyên viên\" role=\"staff\" unit=\"letan\"", "role=\"clerk\" title=\"x\""));
        assertThat(changes).containsOnlyKeys(login("chuyenvien1"));
        assertThat(changes.get(login("chuyenvien1"))).containsExactly("+ vai trò/role: clerk", "- vai trò/role: staff");
    }

    @Test
    void whoMayApproveOrStandsInIsTold() throws Exception {
        SortedMap<String, SortedSet<String>> changes = table.changes(with(
                "leaders-own-mail=\"approved\"/>",
                "leaders-own-mail=\"approved\"><approver mailbox=\"letan\" person=\"chanhvanphong\"/>"
                        + "<absence person=\"giamdoc\" from=\"01/12/2026\" until=\"05/12/2026\""
                        + " stand-in=\"phogiamdoc\"/></approvals>"));
        assertThat(changes.get(login("chanhvanphong"))).containsExactly("+ duyệt cho/approves for: " + login("letan"));
        assertThat(changes.get(login("phogiamdoc")))
                .containsExactly(
                        "+ duyệt thay/stands in for: " + login("giamdoc") + ", từ 01/12/2026, đến hết 05/12/2026");
        assertThat(changes.get(login("giamdoc"))).hasSize(1);
    }

    @Test
    void whoIsRemovedLosesAllThatHeHad() throws Exception {
        SortedMap<String, SortedSet<String>> changes = table.changes(without(
                "    <person mailbox=\"chuyenvien1\" name=\"Đặng Chuyên Viên\" title=\"Chuyên viên\" role=\"staff\""
                        + " unit=\"letan\"/>\n",
                "    <assignment mailbox=\"letan\" person=\"chuyenvien1\" may=\"send, open\"/>\n"));
        assertThat(changes).containsOnlyKeys(login("chuyenvien1"));
        assertThat(changes.get(login("chuyenvien1")))
                .containsExactly("- " + login("letan") + ": mở/open, gửi/send", "- vai trò/role: staff");
    }

    private Organization without(String first, String second) throws Exception {
        String all = Files.readString(CONF);
        assertThat(all).contains(first, second);
        return OrganizationFile.load(Files.writeString(
                folder.resolve("organization.xml"), all.replace(first, "").replace(second, "")));
    }

    /** An upgrade is no change of anybody's rights. */
    @Test
    void aFileOfAVersionThatKnewAssignmentsOnlyTellsOfNothingElse() throws Exception {
        Path file = folder.resolve("access-rights");
        Files.write(
                file,
                Files.readAllLines(file).stream()
                        .filter(line -> line.contains("mở/open"))
                        .filter(line -> !line.startsWith(CLERK))
                        .toList());
        Organization demo = OrganizationFile.load(CONF);
        assertThat(table.changes(demo)).containsOnlyKeys(CLERK);
        table.keep(demo);
        assertThat(table.changes(demo)).isEmpty();
        assertThat(Files.readAllLines(file)).contains(CLERK + "\tvai trò/role: clerk");
    }
}
