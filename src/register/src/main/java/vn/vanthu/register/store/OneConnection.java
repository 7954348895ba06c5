package vn.vanthu.register.store;

import java.sql.Connection;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;

/** Gives Hibernate one connection that somebody else opened and closes. */
record OneConnection(Connection connection) implements ConnectionProvider {

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection released) {
        // the owner closes it
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
