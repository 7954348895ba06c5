package vn.vanthu.decision;

import java.util.Objects;

/**
 * Why a decision was taken.
 *
 * @param code stable, lower case, words joined by hyphens; stands in headers, the register ({@code ly_do}) and metrics
 * @param clause the clause of the Quy chế that is carried out, as people cite it ("Điều 8 khoản 2 điểm b")
 * @param text Vietnamese, for the person who reads the notice; says what to do now; no technical terms
 * @param detail for operators: the technical cause; may be empty; never shown to a sender
 */
public record Reason(String code, String clause, String text, String detail) {

    public Reason {
        if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a reason code is lower case words joined by hyphens, not: " + code);
        }
        Objects.requireNonNull(clause, "clause");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(detail, "detail");
    }

    public static Reason of(String code, String clause, String text) {
        return new Reason(code, clause, text, "");
    }

    public Reason withDetail(String technical) {
        return new Reason(code, clause, text, technical);
    }
}
