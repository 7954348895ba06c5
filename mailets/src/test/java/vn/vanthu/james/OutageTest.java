package vn.vanthu.james;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.util.NoSuchElementException;
import javax.mail.MessagingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {

    /** As MariaDB's driver, the connection pool and James wrap them. */
    static Throwable[] outages() {
        SQLException reporting = new SQLException("as OpenJPA reports it");
        reporting.setNextException(new SQLNonTransientConnectionException("socket closed", "08000"));
        return new Throwable[] {
            new SQLNonTransientConnectionException("Connection refused", "08000", -1),
            new SQLException("server has gone away", "08S01"),
            new SQLTimeoutException("read timed out"),
            new SQLException("Cannot get a connection, pool error", new NoSuchElementException("unable to validate")),
            new SQLException("Cannot get a connection, general error", new InterruptedException()),
            new SQLSyntaxErrorException("too many connections of this account", "42000", 1203),
            new SQLException("lock wait timeout exceeded", "HY000", 1205),
            new MessagingException("in a mailet", new RuntimeException("unable to retrieve users", reporting)),
            new RuntimeException(new StoreUnavailableException("the directory does not answer", new IOException()))
        };
    }

    @ParameterizedTest
    @MethodSource("outages")
    void isBehindWhatMayWorkLater(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isTrue();
    }

    static Throwable[] others() {
        return new Throwable[] {
            new SQLDataException("value too long", "22001", 1406),
            new SQLSyntaxErrorException("unknown column", "42S22", 1054),
            new SQLException("SELECT command denied", "42000", 1142),
            new MessagingException("cannot be parsed", new IOException("end of file")),
            new IllegalStateException("a defect")
        };
    }

    @ParameterizedTest
    @MethodSource("others")
    void isNotBehindWhatStaysWrong(Throwable failure) {
        assertThat(Outage.isBehind(failure)).isFalse();
    }
}
