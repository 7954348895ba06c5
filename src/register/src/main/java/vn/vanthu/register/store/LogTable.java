package vn.vanthu.register.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The insert-only tables whose rows are sealed; the code stands in each leaf and never changes. */
enum LogTable {
    CONFIGURATION_VERSION(1, ConfigurationRow.class),
    MAIL(2, MailRow.class),
    MAIL_RECIPIENT(3, RecipientRow.class),
    MAIL_EVENT(4, EventRow.class),
    MAIL_DECISION(5, DecisionRow.class),
    BOOK_ENTRY(6, BookEntryRow.class),
    WAITING_DOCUMENT(7, WaitingRow.class),
    HELD_MAIL(8, HeldRow.class),
    HOLD_EVENT(9, HoldEventRow.class),
    QUESTION(10, QuestionRow.class),
    QUESTION_EVENT(11, QuestionEventRow.class),
    MAIL_RELEASE(12, ReleaseRow.class),
    QUARANTINED_MAIL(14, QuarantineRow.class),
    QUARANTINE_EVENT(15, QuarantineEventRow.class),
    FILED_CONTENT(18, FiledRow.class),
    ADMIN_ACT(22, AdminActRow.class),
    AUDIT_QUERY(23, AuditQueryRow.class),
    FIELD_ERASURE(24, ErasureRow.class);

    private final int code;
    private final Class<? extends LogRow> entity;

    LogTable(int code, Class<? extends LogRow> entity) {
        this.code = code;
        this.entity = entity;
    }

    int code() {
        return code;
    }

    Class<? extends LogRow> entity() {
        return entity;
    }

    /** The table's name, as in the migrations. */
    String table() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a code that this program never wrote. */
    static Optional<LogTable> ofCode(int code) {
        return Arrays.stream(values()).filter(table -> table.code == code).findFirst();
    }
}
