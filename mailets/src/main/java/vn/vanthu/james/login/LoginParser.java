package vn.vanthu.james.login;

import com.google.inject.Inject;
import org.apache.james.core.Username;
import org.apache.james.imap.api.ImapConstants;
import org.apache.james.imap.api.ImapMessage;
import org.apache.james.imap.api.Tag;
import org.apache.james.imap.api.message.response.StatusResponseFactory;
import org.apache.james.imap.api.process.ImapSession;
import org.apache.james.imap.decode.DecodingException;
import org.apache.james.imap.decode.ImapRequestLineReader;
import org.apache.james.imap.decode.base.AbstractImapCommandParser;
import org.apache.james.imap.message.request.LoginRequest;

/** LOGIN, which also takes {@code vp*vanthu} without quotes: some clients do not quote it as RFC 3501 asks. */
public final class LoginParser extends AbstractImapCommandParser {

    @Inject
    public LoginParser(StatusResponseFactory responses) {
        super(ImapConstants.LOGIN_COMMAND, responses);
    }

    @Override
    protected ImapMessage decode(ImapRequestLineReader request, Tag tag, ImapSession session) throws DecodingException {
        Username name = Username.of(name(request));
        String password = request.astring();
        request.eol();
        return new LoginRequest(name, password, tag);
    }

    private static String name(ImapRequestLineReader request) throws DecodingException {
        char first = request.nextWordChar();
        return first == '"' || first == '{' ? request.astring() : request.consumeWord(new AtomOrStar());
    }

    private static final class AtomOrStar implements ImapRequestLineReader.CharacterValidator {

        @Override
        public boolean isValid(char character) {
            return character == '*' || ImapRequestLineReader.AtomCharValidator.INSTANCE.isValid(character);
        }
    }
}
