package vn.vanthu.server.james;

import com.google.inject.Inject;
import org.apache.james.GuiceJamesServer;
import org.apache.james.utils.GuiceProbe;
import vn.vanthu.question.QuestionDesk;

/** The way to the questions for what is done by the clock. */
public final class QuestionsProbe implements GuiceProbe {

    private final QuestionDesk desk;

    @Inject
    public QuestionsProbe(QuestionDesk desk) {
        this.desk = desk;
    }

    public static QuestionDesk of(GuiceJamesServer james) {
        return james.getProbe(QuestionsProbe.class).desk;
    }
}
