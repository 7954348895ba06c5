package vn.vanthu.approval.flow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/** Stored bytes that are lost or not those that were held: told once, looked at again and again, for they may be restored. */
record Damage(HeldMails mails, ApprovalPost post) {

    private static final String TOLD = "damaged";

    /** Whether the bytes are damaged now; tells Office and sender the first time. */
    boolean isFound(HeldMail held) throws RegisterUnavailableException, NotToldException {
        try {
            mails.content(held).close();
            return false;
        } catch (HeldMails.AlteredException | NoSuchFileException | AccessDeniedException e) {
            tell(held);
            return true;
        } catch (IOException e) {
            throw new NotToldException("the held mail " + held.mailId() + " cannot be read now: " + e.getMessage(), e);
        }
    }

    private void tell(HeldMail held) throws RegisterUnavailableException, NotToldException {
        if (!isTold(held)) {
            post.tellDamaged(held);
            mails.note(held, TOLD, "");
        }
    }

    boolean isTold(HeldMail held) throws RegisterUnavailableException {
        return mails.noted(held, TOLD).isPresent();
    }
}
