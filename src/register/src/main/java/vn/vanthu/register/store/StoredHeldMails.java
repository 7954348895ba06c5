package vn.vanthu.register.store;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.held.HeldMail;
import vn.vanthu.held.HeldMails;
import vn.vanthu.held.HoldDecision;
import vn.vanthu.held.Purpose;
import vn.vanthu.message.MailId;
import vn.vanthu.register.RegisterUnavailableException;

final class StoredHeldMails implements HeldMails {

    private static final String STEP_OF_HOLD =
            "select 1 from HoldEventRow e where e.mailId = h.mailId and e.purpose = h.purpose and e.step = ";
    private static final String IS_HERE = "not exists (" + STEP_OF_HOLD + "'kept-in' and e.text <> :store)";

    private final HeldFiles files;
    private final GroupWriter writer;
    private final Queries queries;
    private final Clock clock;
    private final Horizon horizon;

    StoredHeldMails(HeldFiles files, GroupWriter writer, Queries queries, Clock clock) {
        this.files = files;
        this.writer = writer;
        this.queries = queries;
        this.clock = clock;
        this.horizon = new Horizon(clock);
    }

    @Override
    public HeldMail hold(Description description, InputStream message)
            throws IOException, RegisterUnavailableException {
        HeldMail held = description.of(files.keep(message));
        HoldEventRow place = new HoldEventRow(held, HoldEventRow.KEPT_IN, clock.instant()).with(files.name());
        if (writer.write(List.of(new HeldRow(held), place))) {
            return held;
        }
        return find(held.mailId(), held.purpose()).orElse(held);
    }

    @Override
    public Optional<HeldMail> find(MailId mail, Purpose purpose) throws RegisterUnavailableException {
        return list(
                        "from HeldRow h where h.mailId = :mail and h.purpose = :purpose",
                        Map.of("mail", mail.value(), "purpose", purpose.code()))
                .stream()
                .findFirst();
    }

    @Override
    public boolean isHere(HeldMail held) throws RegisterUnavailableException {
        Optional<String> store = noted(held, HoldEventRow.KEPT_IN);
        return store.isEmpty() || store.get().equals(name());
    }

    /** Without it nothing is known to be here: tried again. */
    private String name() throws RegisterUnavailableException {
        try {
            return files.name();
        } catch (IOException e) {
            throw new RegisterUnavailableException("the folder of held mails cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public List<HeldMail> open(Purpose purpose) throws RegisterUnavailableException {
        return recent("open", purpose, " and not exists (" + STEP_OF_HOLD + "'decision')", Map.of());
    }

    @Override
    public List<HeldMail> over(Purpose purpose) throws RegisterUnavailableException {
        return recent(
                "over",
                purpose,
                " and h.keepUntil < :now and not exists (" + STEP_OF_HOLD + "'decision')",
                Map.of("now", LogRow.utc(clock.instant())));
    }

    private List<HeldMail> recent(String question, Purpose purpose, String condition, Map<String, ?> more)
            throws RegisterUnavailableException {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("purpose", purpose.code());
        parameters.put("store", name());
        Horizon.Look<List<HeldMail>> look = since -> {
            parameters.put("since", since);
            return list(
                    "from HeldRow h where h.purpose = :purpose and h.keepUntil > :since and " + IS_HERE + condition
                            + " order by h.heldAt, h.id",
                    parameters);
        };
        // A stopped login's mails wait for its owner as long as he is silent.
        return purpose == Purpose.LIMIT
                ? look.since(LogRow.utc(Instant.EPOCH))
                : horizon.look(question + " " + purpose.code(), look);
    }

    @Override
    public List<HeldMail> open(Purpose purpose, String mailbox) throws RegisterUnavailableException {
        return list(
                "from HeldRow h where h.purpose = :purpose and h.mailbox = :mailbox and not exists (" + STEP_OF_HOLD
                        + "'decision') order by h.heldAt, h.id",
                Map.of("purpose", purpose.code(), "mailbox", Text.fitKey(mailbox, LogRow.ADDRESS)));
    }

    @Override
    public List<HeldMail> unfinished(Purpose purpose) throws RegisterUnavailableException {
        return recent(
                "unfinished",
                purpose,
                " and exists (" + STEP_OF_HOLD + "'decision') and not exists (" + STEP_OF_HOLD + "'carried-out')",
                Map.of());
    }

    @Override
    public HoldDecision decide(HeldMail held, HoldDecision decision) throws RegisterUnavailableException {
        HoldEventRow row = new HoldEventRow(held, decision);
        if (writer.write(List.of(row))) {
            return row.decision();
        }
        return decision(held).orElseGet(row::decision);
    }

    @Override
    public Optional<HoldDecision> decision(HeldMail held) throws RegisterUnavailableException {
        return event(held, HoldEventRow.DECISION).map(HoldEventRow::decision);
    }

    @Override
    public Optional<String> noted(HeldMail held, String step) throws RegisterUnavailableException {
        return event(held, step).map(event -> event.text);
    }

    private Optional<HoldEventRow> event(HeldMail held, String step) throws RegisterUnavailableException {
        return queries
                .list(
                        HoldEventRow.class,
                        "from HoldEventRow e where e.mailId = :mail and e.purpose = :purpose and e.step = :step",
                        Map.of(
                                "mail", held.mailId().value(),
                                "purpose", held.purpose().code(),
                                "step", Text.fitKey(step, 100)))
                .stream()
                .findFirst();
    }

    @Override
    public List<String> steps(HeldMail held, String beginning) throws RegisterUnavailableException {
        return queries
                .list(
                        String.class,
                        "select e.step from HoldEventRow e where e.mailId = :mail and e.purpose = :purpose order by"
                                + " e.at, e.id",
                        Map.of(
                                "mail",
                                held.mailId().value(),
                                "purpose",
                                held.purpose().code()))
                .stream()
                .filter(step -> step.startsWith(beginning))
                .toList();
    }

    @Override
    public List<HeldMail> withNote(Purpose purpose, String step) throws RegisterUnavailableException {
        return list(
                "select h from HoldEventRow e join HeldRow h on h.mailId = e.mailId and h.purpose = e.purpose"
                        + " where e.purpose = :purpose and e.step = :step order by h.heldAt desc, h.id desc",
                Map.of("purpose", purpose.code(), "step", Text.fitKey(step, 100)));
    }

    @Override
    public void carriedOut(HeldMail held) throws RegisterUnavailableException {
        note(held, HoldEventRow.CARRIED_OUT, "");
    }

    @Override
    public boolean note(HeldMail held, String step, String text) throws RegisterUnavailableException {
        return writer.write(List.of(new HoldEventRow(held, step, clock.instant()).with(text)));
    }

    @Override
    public InputStream content(HeldMail held) throws IOException {
        return files.open(held.content());
    }

    @Override
    public int removeOver() throws IOException, RegisterUnavailableException {
        String store = name();
        LocalDateTime now = LogRow.utc(clock.instant());
        List<HeldMail> over = horizon.look(
                "bytes",
                since -> list(
                        "from HeldRow h where h.keepUntil > :since and h.keepUntil < :now and " + IS_HERE
                                + " and exists (" + STEP_OF_HOLD + "'carried-out') and not exists (" + STEP_OF_HOLD
                                + "'bytes-removed')",
                        Map.of("since", since, "now", now, "store", store)));
        for (HeldMail held : over) {
            if (!isNeeded(held.content().sha256())) {
                files.remove(held.content().sha256());
            }
            note(held, HoldEventRow.REMOVED, held.content().sha256());
        }
        return over.size();
    }

    @Override
    public List<HeldMail> erase(MailId mail, String login) throws IOException, RegisterUnavailableException {
        List<HeldMail> all = list("from HeldRow h where h.mailId = :mail", Map.of("mail", mail.value()));
        for (HeldMail held : all) {
            decide(held, new HoldDecision("withdrawn", login, "", clock.instant()));
            files.remove(held.content().sha256());
            note(held, HoldEventRow.REMOVED, held.content().sha256());
            carriedOut(held);
        }
        return all;
    }

    /** The same bytes may be held for another purpose, or as another mail. */
    private boolean isNeeded(String sha256) throws RegisterUnavailableException {
        return !list(
                        "from HeldRow h where h.sha256 = :sha256 and (h.keepUntil >= :now or not exists ("
                                + STEP_OF_HOLD + "'carried-out'))",
                        Map.of("sha256", sha256, "now", LogRow.utc(clock.instant())))
                .isEmpty();
    }

    private List<HeldMail> list(String query, Map<String, ?> parameters) throws RegisterUnavailableException {
        return queries.list(HeldRow.class, query, parameters).stream()
                .map(HeldRow::held)
                .toList();
    }
}
