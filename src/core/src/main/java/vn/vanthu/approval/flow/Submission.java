package vn.vanthu.approval.flow;

import java.util.List;

/**
 * What is known of a mail when it is held, for those who decide.
 *
 * @param summary in Vietnamese: what says that it speaks for the agency, the fields read, the checks passed and failed
 * @param urgent whether it is HỎA TỐC
 * @param documents SHA-256 of each official document in it: an approval covers them when they are sent again
 */
public record Submission(String summary, boolean urgent, Deadlines deadlines, List<String> documents) {

    public Submission {
        documents = List.copyOf(documents);
    }
}
