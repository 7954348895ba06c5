package vn.vanthu.question;

import java.util.Optional;
import vn.vanthu.question.Topic.NotToldException;
import vn.vanthu.register.RegisterUnavailableException;

/**
 * Steps that have nothing to do with each other: one that fails, again and again perhaps because bytes on the disk are
 * damaged, does not keep the others from being done. For one thread.
 */
public final class Attempts {

    /** One of them. */
    @FunctionalInterface
    public interface Step {
        void run() throws RegisterUnavailableException, NotToldException;
    }

    private Optional<NotToldException> first = Optional.empty();

    /** Takes a step now. When the register is away, so it is for the others: that is thrown at once. */
    public void attempt(Step step) throws RegisterUnavailableException {
        try {
            step.run();
        } catch (NotToldException e) {
            failed(e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            failed(new NotToldException("a step failed: " + e, e));
        }
    }

    private void failed(NotToldException failure) {
        if (first.isEmpty()) {
            first = Optional.of(failure);
        } else {
            first.get().addSuppressed(failure);
        }
    }

    /**
     * To be called when all were tried.
     *
     * @throws NotToldException the first that failed, with the others
     */
    public void end() throws NotToldException {
        if (first.isPresent()) {
            throw first.get();
        }
    }
}
