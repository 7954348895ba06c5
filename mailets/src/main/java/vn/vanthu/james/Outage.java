package vn.vanthu.james;

import com.google.common.base.Throwables;
import com.google.common.collect.Streams;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import vn.vanthu.register.RegisterUnavailableException;

/** A database that is away, stops or is too busy: what fails for it may work later. */
public final class Outage {

    /** Class 08 of SQL:2016, 24.1: connection exception. */
    private static final String CONNECTION = "08";

    private Outage() {}

    /** Whether an outage is the cause, or among the causes, of a failure. */
    public static boolean isBehind(Throwable failure) {
        return Throwables.getCausalChain(failure).stream().anyMatch(Outage::isOne);
    }

    private static boolean isOne(Throwable cause) {
        return cause instanceof StoreUnavailableException
                || cause instanceof RegisterUnavailableException
                || cause instanceof SQLException sql && Streams.stream(sql).anyMatch(Outage::isOfConnection);
    }

    private static boolean isOfConnection(Throwable cause) {
        return cause instanceof SQLTransientException
                || cause instanceof SQLRecoverableException
                || cause instanceof SQLNonTransientConnectionException
                || cause instanceof SQLException sql
                        && sql.getSQLState() != null
                        && sql.getSQLState().startsWith(CONNECTION);
    }
}
