package vn.vanthu.server.spill;

import com.google.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import vn.vanthu.config.ConfigurationException;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.james.Notices;
import vn.vanthu.james.Originals;
import vn.vanthu.message.MailId;
import vn.vanthu.organization.LiveOrganization;
import vn.vanthu.organization.Person;
import vn.vanthu.organization.Role;
import vn.vanthu.register.AdminAct;
import vn.vanthu.register.DeliveryEvent;
import vn.vanthu.register.Outcome;
import vn.vanthu.register.Register;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Act;
import vn.vanthu.register.store.Traces;
import vn.vanthu.secrecy.SecrecyRule;

/**
 * Erases a mail that turned out to be secret: held bytes, queues, repositories, mailboxes (also the copy in a Sent folder, by
 * its Message-ID, and the gateway's notices and the answers to them, which carry or quote it), the archive, the original before conversion, and what
 * the register tells of its content. The erasure itself is a sealed row. Done again it erases what has come since.
 */
final class Spill {

    private final MailCopies copies;
    private final HeldMails held;
    private final Register register;
    private final Originals originals;
    private final SpillRoutes.Place place;
    private final LiveOrganization organization;
    private final Notices notices;
    private final Clock clock;

    @Inject
    Spill(
            MailCopies copies,
            HeldMails held,
            Register register,
            Originals originals,
            SpillRoutes.Place place,
            LiveOrganization organization,
            Notices notices,
            Clock clock) {
        this.copies = copies;
        this.held = held;
        this.register = register;
        this.originals = originals;
        this.place = place;
        this.organization = organization;
        this.notices = notices;
        this.clock = clock;
    }

    /** What was done and what cannot be reached, a line each; empty for a mail that nobody knows. */
    synchronized List<String> erase(MailId id, String login, String systemUser, String reason) throws Exception {
        Optional<Traces> known = place.register().erasure().traces(id);
        if (known.isEmpty()) {
            return List.of();
        }
        Traces traces = known.get();
        List<String> done = new ArrayList<>();
        // First the words, so that no notice of what follows has them; then what would bring it back.
        int rows = eraseRows(id, traces, login, systemUser, reason);
        if (rows > 0) {
            done.add("sổ và nhật ký / register: " + rows);
        }
        for (HeldMail each : held.erase(id, login.isEmpty() ? systemUser : login)) {
            settle(each);
            done.add("thư đang giữ / held mail " + each.purpose().code());
        }
        copies.removeFromQueues(id).forEach(line -> done.add("hàng đợi / queue " + line));
        copies.removeFromRepositories(id).forEach(line -> done.add("kho thư / repository " + line));
        copies.removeFromMailboxes(header -> isCopy(header, id, traces))
                .forEach(line -> done.add("hộp thư / mailbox " + line));
        eraseFiled(traces).forEach(path -> done.add("kho lưu trữ / archive " + path));
        if (originals.erase(id)) {
            done.add("bản gốc trước khi chuyển mã / original before conversion");
        }
        note(id, login, systemUser, done);
        tell(id, done);
        List<String> lines = new ArrayList<>();
        done.forEach(line -> lines.add("đã xóa / erased: " + line));
        unreachable(traces).forEach(line -> lines.add("KHÔNG với tới / out of reach: " + line));
        return lines;
    }

    /** Notices of the gateway and answers to them name the mail's id in their subject, and quote or carry it. */
    private static boolean isCopy(MailCopies.MessageHeader header, MailId id, Traces traces) {
        return header.id().equals(id.value())
                || !traces.messageId().isEmpty() && header.messageId().equals(traces.messageId())
                || header.subject().contains(id.value());
    }

    /** Files that the register knows, and no others. */
    private List<String> eraseFiled(Traces traces) throws IOException {
        List<String> erased = new ArrayList<>();
        Path root = place.archive().normalize();
        for (FiledContent content : traces.filed()) {
            Path file = root.resolve(content.path()).normalize();
            if (file.startsWith(root) && Files.deleteIfExists(file)) {
                erased.add(content.number() + ": " + content.kind().code());
                removeIfEmpty(file.getParent());
            }
        }
        return erased;
    }

    private static void removeIfEmpty(@org.jspecify.annotations.Nullable Path folder) throws IOException {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                return;
            }
        }
        Files.delete(folder);
    }

    /** Who did not get it yet, does not get it any more. */
    private void settle(HeldMail each) throws RegisterUnavailableException {
        List<String> recipients = each.envelope().recipients();
        Set<String> settled = register.settled(each.mailId(), recipients);
        register.outcomes(recipients.stream()
                .filter(recipient -> !settled.contains(recipient))
                .map(recipient -> DeliveryEvent.settled(
                        each.mailId(), recipient, Outcome.REFUSED, clock.instant(), "", "erased: a secret"))
                .toList());
    }

    private void note(MailId id, String login, String systemUser, List<String> done)
            throws RegisterUnavailableException {
        register.administered(new AdminAct(
                clock.instant(),
                login,
                systemUser,
                AdminAct.Action.CONTENT_ERASED,
                id.value(),
                String.join("; ", done),
                "spilled-" + id + "-" + clock.instant().toEpochMilli()));
    }

    private int eraseRows(MailId id, Traces traces, String login, String systemUser, String reason)
            throws ConfigurationException, RegisterUnavailableException {
        String who = login.isEmpty() ? organization.get().agency().noticesAddress() : login;
        String key = "spill-" + id + "-" + clock.instant().toEpochMilli();
        Act act = new Act(who, systemUser, reason, key);
        int rows = place.register().erasure().erase(id, act);
        for (MailId about : traces.about()) {
            Act also = new Act(who, systemUser, reason, key + "-" + about);
            rows += place.register().erasure().erase(about, also);
        }
        return rows;
    }

    /** Two persons, without a word of the content. */
    private void tell(MailId id, List<String> done) throws MessagingException {
        List<String> people = Stream.of(Role.DIRECTOR, Role.OFFICE_HEAD)
                .flatMap(role -> organization.get().withRole(role).stream())
                .map(Person::address)
                .toList();
        if (people.isEmpty() || done.isEmpty()) {
            return;
        }
        notices.tell(
                "spill-" + id + "-" + clock.instant().toEpochMilli(),
                people,
                "Đã xóa một thư mang bí mật nhà nước",
                "Quản trị vừa xóa thư " + id + " khỏi hệ thống vì mang bí mật nhà nước.\n\nĐã xóa ở:\n- "
                        + String.join("\n- ", done)
                        + "\n\n"
                        + "Việc cần làm: báo người gửi, người nhận xóa bản trên máy của mình, bản in và bản đã chuyển"
                        + " tiếp; xử lý các bản sao lưu; báo cáo theo quy định về lộ bí mật nhà nước.\n\n"
                        + "Căn cứ: "
                        + SecrecyRule.CLAUSE
                        + ".\n\n--\nA mail that bears a secret was erased from this system, as told"
                        + " above. Copies on people's machines and in backups must be seen to.\n");
    }

    private static List<String> unreachable(Traces traces) {
        List<String> lines = new ArrayList<>();
        traces.relayedTo().forEach(recipient -> lines.add("đã ra ngoài, phải gọi điện / already with " + recipient));
        lines.add(
                "bản trên máy, điện thoại của người đã mở; bản in; bản chuyển tiếp, trích trong thư trả lời / copies on"
                        + " the machines of those who read it, on paper, in forwards and in answers");
        lines.add("bản sao lưu đã làm / backups made before");
        lines.add(
                "vùng đĩa và tệp cơ sở dữ liệu, hàng đợi đã xóa nhưng chưa ghi đè, đến lần dọn kế tiếp / free space of"
                        + " disk, database and queue files, until they are written over");
        return lines;
    }
}
