package vn.vanthu.james;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import com.google.common.collect.Streams;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.NoSuchElementException;
import java.util.Set;
import vn.vanthu.register.RegisterUnavailableException;

/** A database or a directory that is away, stops or is too busy: what fails for it may work later. */
public final class Outage {

    /** Class 08 of SQL:2016, 24.1: connection exception. */
    private static final String CONNECTION = "08";

    /** MariaDB: too many connections, of all or of one account; waited too long for a lock. */
    private static final Set<Integer> TOO_BUSY = Set.of(1040, 1203, 1226, 1205);

    private Outage() {}

    /** Whether an outage is the cause, or among the causes, of a failure. */
    public static boolean isBehind(Throwable failure) {
        return Throwables.getCausalChain(failure).stream().anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof StoreUnavailableException
                || cause instanceof RegisterUnavailableException
                || cause instanceof SQLException sql && Streams.stream(sql).anyMatch(Outage::isOfSql);
    }

    private static boolean isOfSql(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql
                        && (Strings.nullToEmpty(sql.getSQLState()).startsWith(CONNECTION)
                                || TOO_BUSY.contains(sql.getErrorCode())
                                || isOfPool(sql));
    }

    /** The pool had no connection that works, or was interrupted while it waited for one. */
    private static boolean isOfPool(SQLException failure) {
        return failure.getCause() instanceof NoSuchElementException
                || failure.getCause() instanceof InterruptedException;
    }
}
