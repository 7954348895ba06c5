package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import vn.vanthu.register.AdminAct;

@Entity
@Immutable
@Table(name = "admin_act")
@SuppressWarnings("NullAway.Init")
class AdminActRow extends LogRow {

    LocalDateTime at;
    /** The same at +07:00, by which the index is ordered; the database makes it. */
    @Formula("at_local")
    @Nullable
    LocalDateTime atLocal;

    String login;

    @Column(name = "system_account")
    String systemUser;

    String action;
    String target;
    String detail;

    @Column(name = "act_key")
    String actKey;

    AdminActRow() {}

    AdminActRow(AdminAct act) {
        at = utc(act.at());
        login = Text.fitKey(act.login(), ADDRESS);
        systemUser = Text.fit(act.systemUser(), 100);
        action = Text.fitKey(act.action().code(), 50);
        target = Text.fit(act.target(), 500);
        detail = Text.fit(act.detail(), 4000);
        actKey = Text.fitKey(act.key(), 200);
    }

    AdminAct act() {
        AdminAct.Action known =
                AdminAct.Action.valueOf(action.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new AdminAct(at.toInstant(ZoneOffset.UTC), login, systemUser, known, target, detail, actKey);
    }

    @Override
    String table() {
        return "admin_act";
    }

    @Override
    List<String> keyFields() {
        return List.of("actKey");
    }

    @Override
    List<String> key() {
        return List.of(actKey);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.time("at", at)
                .text("login", login)
                .text("system_account", systemUser)
                .text("action", action)
                .text("target", target)
                .text("detail", detail)
                .text("act_key", actKey);
    }
}
