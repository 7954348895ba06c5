package vn.vanthu.acceptance.harness;

import static org.awaitility.Awaitility.await;

import com.sun.mail.imap.IMAPFolder;
import com.sun.mail.imap.IMAPMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.mail.FetchProfile;
import javax.mail.Flags;
import javax.mail.Folder;
import javax.mail.Message;
import javax.mail.MessagingException;
import javax.mail.Session;
import javax.mail.Store;
import javax.mail.internet.MimeMessage;
import javax.mail.search.HeaderTerm;

/** An INBOX that a person has open. */
public final class Mailbox implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Store store;
    private final Folder inbox;

    private Mailbox(Store store, Folder inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    static Mailbox of(Store store) throws MessagingException {
        Folder inbox = store.getFolder("INBOX");
        inbox.open(Folder.READ_ONLY);
        return new Mailbox(store, inbox);
    }

    /**
     * Puts a message into the INBOX, as a mail program saves a draft or a sent copy.
     *
     * @throws MessagingException when the server refuses it
     */
    public void append(byte[] message) throws MessagingException {
        MimeMessage draft = new MimeMessage(null, new java.io.ByteArrayInputStream(message));
        inbox.appendMessages(new Message[] {draft});
    }

    /** The bytes of the one message whose header has this value, as soon as it is there. */
    public byte[] only(String header, String value) throws MessagingException, IOException {
        Message[] found =
                await().atMost(PATIENCE).until(() -> search(new HeaderTerm(header, value)), all -> all.length > 0);
        if (found.length > 1) {
            throw new AssertionError(found.length + " messages with " + header + ": " + value);
        }
        return bytes(found[0]);
    }

    /** Selects anew when there is none: James forgets to tell of a mail that comes while it answers a command. */
    private Message[] search(HeaderTerm term) throws MessagingException {
        Message[] found = inbox.search(term);
        if (found.length == 0) {
            inbox.close(false);
            inbox.open(Folder.READ_ONLY);
        }
        return found;
    }

    /** The bytes of the mail with this id, as soon as it is there; it must be there once. */
    public byte[] mail(String id) throws MessagingException, IOException {
        return only("X-VanThu-Id", id);
    }

    /** The mail with this id in another folder, named level by level; the folder must be subscribed to. */
    public List<MimeMessage> in(List<String> folder, String id) throws MessagingException, IOException {
        String name = String.join(String.valueOf(inbox.getSeparator()), folder);
        for (Folder subscribed : store.getDefaultFolder().listSubscribed("*")) {
            if (subscribed.getFullName().equals(name)) {
                return messages(subscribed, id);
            }
        }
        return List.of();
    }

    private static List<MimeMessage> messages(Folder folder, String id) throws MessagingException, IOException {
        folder.open(Folder.READ_ONLY);
        List<MimeMessage> found = new ArrayList<>();
        for (Message message : folder.search(new HeaderTerm("X-VanThu-Id", id))) {
            found.add(new MimeMessage(null, new ByteArrayInputStream(bytes(message))));
        }
        folder.close(false);
        return found;
    }

    private static byte[] bytes(Message message) throws MessagingException, IOException {
        try (InputStream in = ((IMAPMessage) message).getMimeStream()) {
            return in.readAllBytes();
        }
    }

    /** Moves the mail with this id from one folder to another, as mail programs with MOVE do (RFC 6851). */
    public void move(String id, String from, String to) throws MessagingException {
        Folder source = store.getFolder(from);
        Folder target = store.getFolder(to);
        if (!target.exists()) {
            target.create(Folder.HOLDS_MESSAGES);
        }
        source.open(Folder.READ_WRITE);
        Message[] found = source.search(new HeaderTerm("X-VanThu-Id", id));
        if (found.length != 1) {
            throw new AssertionError(found.length + " messages " + id + " in " + from);
        }
        ((IMAPFolder) source).moveMessages(found, target);
        source.close(false);
    }

    /** The same as mail programs without MOVE do it: a copy, and the original expunged. */
    public void copyAndExpunge(String id, String from, String to) throws MessagingException {
        Folder source = store.getFolder(from);
        source.open(Folder.READ_WRITE);
        Message[] found = source.search(new HeaderTerm("X-VanThu-Id", id));
        source.copyMessages(found, store.getFolder(to));
        source.setFlags(found, new Flags(Flags.Flag.DELETED), true);
        source.close(true);
    }

    /** A header of every message, in the mailbox's order. */
    public List<String> all(String header) throws MessagingException {
        Message[] messages = inbox.getMessages();
        FetchProfile profile = new FetchProfile();
        profile.add(header);
        inbox.fetch(messages, profile);
        List<String> values = new ArrayList<>();
        for (Message message : messages) {
            String[] found = message.getHeader(header);
            values.add(found == null ? "" : found[0]);
        }
        return values;
    }

    /** The mails after the first so many. */
    public List<MimeMessage> after(int number) throws MessagingException, IOException {
        List<MimeMessage> mails = new ArrayList<>();
        for (int i = number + 1; i <= inbox.getMessageCount(); i++) {
            mails.add(new MimeMessage(null, new ByteArrayInputStream(bytes(inbox.getMessage(i)))));
        }
        return mails;
    }

    /** Puts a message into a folder, as mail programs do with what they sent or are about to send. */
    public void append(String folder, byte[] message) throws MessagingException {
        Folder into = store.getFolder(folder);
        if (!into.exists()) {
            into.create(Folder.HOLDS_MESSAGES);
        }
        into.appendMessages(
                new Message[] {new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(message))
                });
    }

    public int count() throws MessagingException {
        return inbox.getMessageCount();
    }

    @Override
    public void close() throws MessagingException {
        inbox.close(false);
        store.close();
    }
}
