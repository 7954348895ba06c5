package vn.vanthu.acceptance.campaign;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.mail.MessagingException;
import javax.mail.Multipart;
import javax.mail.Part;
import javax.mail.internet.MimeMessage;
import vn.vanthu.acceptance.harness.Mailbox;
import vn.vanthu.acceptance.harness.Office;
import vn.vanthu.acceptance.harness.OutsideWorld.Taken;

/** Whether mails say at their end what they said at their start: each part's text, whatever its charset and encoding. */
final class Contents {

    private final Office office;
    private final Map<String, Integer> read = new HashMap<>();
    private int looked;

    Contents(Office office) {
        this.office = office;
        this.looked = office.outside().taken().size();
    }

    /** Looks at what the outside world took since the last time. */
    void lookOutside(Map<String, Sent> byToken, Consumer<String> changed) throws MessagingException, IOException {
        List<Taken> taken = office.outside().taken();
        for (; looked < taken.size(); looked++) {
            Sent mail = byToken.get(Departures.tokenOf(taken.get(looked)));
            if (mail != null && !areKept(mail, message(taken.get(looked).message()))) {
                changed.accept(mail + " outside");
            }
        }
    }

    /** Looks at what came into the mailbox since the last time. */
    void lookInside(String login, Map<String, Sent> byId, Consumer<String> changed) throws Exception {
        try (Mailbox mailbox = office.client(login).open()) {
            List<MimeMessage> arrived = mailbox.after(read.getOrDefault(login, 0));
            read.merge(login, arrived.size(), Integer::sum);
            for (MimeMessage each : arrived) {
                Sent mail = byId.get(String.valueOf(each.getHeader("X-VanThu-Id", null)));
                if (mail != null && !areKept(mail, each)) {
                    changed.accept(mail + " in the mailbox");
                }
            }
        }
    }

    private static boolean areKept(Sent mail, MimeMessage arrived) throws MessagingException, IOException {
        List<String> before =
                mail.kind() == Kind.LEGACY_IN ? List.of(Mails.LEGACY_TEXT) : texts(message(mail.message()));
        return texts(arrived).equals(before);
    }

    private static MimeMessage message(byte[] bytes) throws MessagingException {
        return new MimeMessage(null, new ByteArrayInputStream(bytes));
    }

    private static List<String> texts(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof Multipart parts)) {
            return List.of(String.valueOf(part.getContent()).strip());
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < parts.getCount(); i++) {
            texts.addAll(texts(parts.getBodyPart(i)));
        }
        return texts;
    }
}
