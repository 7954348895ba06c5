package vn.vanthu.register.store;

import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.DataException;

/** Tells a failure of the database, which may pass, from one of the rows that were given. */
final class Failures {

    private Failures() {}

    static boolean isAboutTheData(Throwable failure) {
        return failure instanceof DataException || failure instanceof ConstraintViolationException;
    }
}
