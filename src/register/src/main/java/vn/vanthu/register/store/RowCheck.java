package vn.vanthu.register.store;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.HibernateException;
import org.hibernate.StatelessSession;

/** Compares rows with their own hashes; knows what was erased by law, and columns that are made from others. */
final class RowCheck {

    private static final int MOST_ERASED = 100;

    private final StatelessSession session;
    private final Erasures erasures;
    private final Findings findings;
    private final List<Erased> erased = new ArrayList<>();

    RowCheck(StatelessSession session, Findings findings) {
        this.session = session;
        this.findings = findings;
        this.erasures = new Erasures(session);
    }

    /** What was erased by law in the rows that were looked at, the first ones. */
    List<Erased> erased() {
        return erased;
    }

    /** What is wrong with the row, which may hold anything; empty when it is what was written. */
    Optional<String> wrongWith(LogRow row) {
        try {
            return compare(row);
        } catch (HibernateException e) {
            throw e;
        } catch (RuntimeException e) {
            return Optional.of("it holds what this program never writes: " + e);
        }
    }

    private Optional<String> compare(LogRow row) {
        if (row.isAsWritten()) {
            return wrongColumn(row, false);
        }
        ErasureRow erasure = erasures.explaining(row);
        if (erasure == null) {
            return Optional.of("the content is not what was written");
        }
        if (!erasures.areLawful(row, erasure)) {
            return Optional.of("'" + erasure.fields + "' was overwritten as if erased by law; no act of administration"
                    + " that may do so is in the log");
        }
        tell(row, erasure);
        return wrongColumn(row, true);
    }

    private static Optional<String> wrongColumn(LogRow row, boolean isErased) {
        return row.derivedColumns().stream()
                .filter(column -> !column.isRight(isErased))
                .findFirst()
                .map(column -> "the column " + column.name() + " is not what the row's content gives");
    }

    private void tell(LogRow row, ErasureRow erasure) {
        if (erased.size() < MOST_ERASED) {
            erased.add(new Erased(
                    row.table(),
                    row.name(),
                    erasure.fields,
                    erasure.at.toInstant(ZoneOffset.UTC),
                    erasure.login,
                    erasure.systemUser,
                    erasure.reason));
        }
    }

    /**
     * Tells of recipients whose {@code received_local}, which no hash covers, is not their mail's. Not for notices of the
     * gateway: they have no time but that of their recording, which may happen twice.
     */
    void tellMisdated(LogTable table, List<Long> ids) {
        if (table == LogTable.MAIL_RECIPIENT) {
            session.createSelectionQuery(
                            "select r from RecipientRow r join MailRow m on m.mailId = r.mailId where r.id in (:ids)"
                                    + " and r.receivedLocal <> m.receivedLocal and m.clientAddress <> '' order by r.id",
                            RecipientRow.class)
                    .setParameterList("ids", ids)
                    .list()
                    .forEach(row ->
                            findings.changed(table, row.name(), "the column received_local is not its mail's time"));
        }
    }
}
