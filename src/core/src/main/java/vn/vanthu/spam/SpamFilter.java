package vn.vanthu.spam;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import vn.vanthu.spam.content.MailContent;
import vn.vanthu.spam.content.MailContentReader;
import vn.vanthu.spam.learn.Kind;
import vn.vanthu.spam.learn.Lesson;
import vn.vanthu.spam.learn.Lessons;
import vn.vanthu.spam.learn.Tokens;
import vn.vanthu.spam.rule.Rules;
import vn.vanthu.spam.rule.Symbol;
import vn.vanthu.spam.sender.Authentication;
import vn.vanthu.text.VietnameseText;

/** The entrance: scores messages and learns from them. No bytes make it throw. Safe for many threads. */
public final class SpamFilter {

    /** The symbol of what was learned. */
    public static final String LEARNED = "LEARNED";

    /** So much the marks of good mail may count together when nothing proves the sender. */
    private static final double MOST_MARKS = -3;

    private final MailContentReader reader;
    private final Rules rules = new Rules();
    private final Lessons lessons;

    public SpamFilter(VietnameseText engine, Lessons lessons) {
        this.reader = new MailContentReader(engine);
        this.lessons = lessons;
    }

    /** Scores a message by itself. */
    public SpamScore score(byte[] message) {
        return score(message, List.of());
    }

    /** Scores a mail of our own people: that it is urgent, in capitals or a logo with a few words says nothing against it. */
    public SpamScore scoreOfOurs(byte[] message) {
        return SpamScore.of(score(message).symbols().stream()
                .filter(symbol -> !Rules.isStyle(symbol.name()))
                .toList());
    }

    /** @param others what is known of it besides: how it was authenticated, who the sender is */
    public SpamScore score(byte[] message, List<Symbol> others) {
        MailContent content = reader.read(message);
        List<Symbol> symbols = new ArrayList<>(rules.judge(content));
        int[] tokens = Tokens.of(content, names(symbols));
        if (names(others).contains(Authentication.PROVEN)) {
            // SPF and DKIM know a sender's servers better than names in the trace do.
            symbols.removeIf(symbol -> symbol.name().equals(Rules.NOT_ON_WAY));
        }
        if (!Collections.disjoint(names(others), Authentication.DISOWNED)) {
            symbols.removeIf(symbol -> symbol.name().equals(Rules.OFFICIAL_DOMAIN));
        }
        if (names(others).contains(Authentication.UNPROVEN)) {
            boundMarks(symbols);
        }
        symbols.addAll(others);
        lessons.vote(tokens).ifPresent(points -> symbols.add(new Symbol(LEARNED, points)));
        return SpamScore.of(symbols);
    }

    /** Marks of lists, replies and offices can be written by anybody. */
    private static void boundMarks(List<Symbol> symbols) {
        double marks = symbols.stream()
                .mapToDouble(Symbol::points)
                .filter(points -> points < 0)
                .sum();
        if (marks < MOST_MARKS) {
            symbols.add(new Symbol("UNPROVEN_MARKS", MOST_MARKS - marks));
        }
    }

    /**
     * A message as a lesson.
     *
     * @param key of the message: a second lesson with the same key replaces the first
     * @param source who teaches: a login, or the name of a program
     */
    public Lesson lesson(byte[] message, String key, Kind kind, String source, Instant at) {
        MailContent content = reader.read(message);
        List<Symbol> symbols = rules.judge(content);
        double points = symbols.stream().mapToDouble(Symbol::points).sum();
        return new Lesson(key, kind, source, at, points, Tokens.of(content, names(symbols)));
    }

    /** Learns one message; it is kept when this returns. */
    public void learn(byte[] message, String key, Kind kind, String source, Instant at) throws IOException {
        lessons.learn(lesson(message, key, kind, source, at));
    }

    public Lessons lessons() {
        return lessons;
    }

    /** A key for messages that have no other. */
    public static String keyOf(byte[] message) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<String> names(List<Symbol> symbols) {
        return symbols.stream().map(Symbol::name).toList();
    }
}
