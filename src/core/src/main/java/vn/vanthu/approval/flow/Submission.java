package vn.vanthu.approval.flow;

import java.util.List;

/**
 * What is known of a mail when it is held, for those who decide.
 *
 * @param summary in Vietnamese: what says that it speaks for the agency, the fields read, the checks passed and failed
 * @param changes in Vietnamese: what is new in it when it is a changed draft; empty for a first version
 * @param numberProblems what is wrong with the numbers in its documents: the clerk is asked
 * @param urgent whether it is HỎA TỐC
 * @param documents SHA-256 of each official document in it: an approval covers them when they are sent again
 */
public record Submission(
        String summary,
        String changes,
        List<String> numberProblems,
        boolean urgent,
        Deadlines deadlines,
        List<String> documents) {

    public Submission {
        documents = List.copyOf(documents);
        numberProblems = List.copyOf(numberProblems);
    }
}
