package vn.vanthu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds how a text is written: reads it in every way that it could be, and takes the likeliest. */
final class Detector {

    /** So much of a long text chooses the encoding; the rest is then read in that one only. */
    private static final int SAMPLE = 4000;

    /** So much is enough where the rest of the text has said which it is. */
    private static final int SAMPLE_OF_EXPECTED = 2000;

    private static final List<Encoding> CANDIDATES = Encoding.withTable().stream()
            .filter(encoding -> encoding != Encoding.TCVN3_CAPITALS)
            .toList();

    private final CodeTables tables;
    private final Reader reader;
    private final Viqr viqr;

    Detector(TextModel model, CodeTables tables) {
        this.tables = tables;
        this.reader = new Reader(model);
        this.viqr = new Viqr(model.syllables());
    }

    /** The best reading of bytes that are not UTF-8. */
    Optional<Reading> detect(byte[] bytes, Evidence evidence) {
        char[] units = Units.ofBytes(bytes, 0, bytes.length);
        return bestTable(units, withoutBytes(units), evidence);
    }

    /** The best reading of a text that is valid Unicode but may hold legacy text in disguise. */
    Optional<Reading> detect(String text, Evidence evidence) {
        char[] original = text.toCharArray();
        Traits traits = Traits.of(original);
        Optional<Reading> composed = traits.marks() ? compose(original) : Optional.empty();
        if (composed.filter(reading -> Acceptance.isCertain(reading, evidence)).isPresent()) {
            return composed;
        }
        List<Reading> readings = new ArrayList<>();
        if (traits.lookAlikes()) {
            char[] units = Units.of(original, original.length);
            addMojibake(readings, units, original, evidence);
            bestTable(units, original, evidence)
                    .filter(reading ->
                            evidence.supports(reading.encoding()) || Acceptance.isCertainInUnicode(reading, traits))
                    .ifPresent(readings::add);
        }
        if (traits.references()) {
            CharacterReferences.decode(original)
                    .ifPresent(decoded -> readings.add(reader.readForm(Encoding.NCR, decoded, original)));
        }
        if (!traits.accents()) {
            addAsciiForms(readings, traits, original);
        }
        return best(readings, evidence);
    }

    private Optional<Reading> compose(char[] original) {
        return CombiningMarks.decode(original)
                .map(decoded -> reader.readForm(CombiningMarks.form(original), decoded, original));
    }

    private void addMojibake(List<Reading> readings, char[] units, char[] original, Evidence evidence) {
        if (units.length > SAMPLE) {
            int[] picked = Sample.pick(units, SAMPLE);
            List<Reading> some = new ArrayList<>();
            addMojibake(some, Sample.take(units, picked), Sample.take(original, picked), evidence);
            if (some.stream()
                    .noneMatch(reading -> Acceptance.isSuspect(reading) || Acceptance.isCertain(reading, evidence))) {
                return;
            }
        }
        Mojibake.decode(units, original).ifPresent(once -> {
            readings.add(reader.readForm(Encoding.MOJIBAKE, once, original));
            Mojibake.decodeTwice(once)
                    .ifPresent(twice -> readings.add(reader.readForm(Encoding.MOJIBAKE, twice, original)));
        });
    }

    private void addAsciiForms(List<Reading> readings, Traits traits, char[] original) {
        if (traits.plus()) {
            Utf7.decode(original)
                    .ifPresent(decoded -> readings.add(reader.readForm(Encoding.UTF_7, decoded, original)));
        }
        if (traits.typedMarks()) {
            viqr.decode(original).ifPresent(decoded -> readings.add(reader.readViqr(decoded, original)));
        }
    }

    private Optional<Reading> bestTable(char[] units, char[] original, Evidence evidence) {
        if (units.length <= SAMPLE) {
            return best(readTables(units, original), evidence);
        }
        return bestOfSample(units, original, evidence)
                .filter(reading -> reading.syllables() > 0)
                .map(reading -> reader.readTable(units, original, tables.of(reading.encoding())));
    }

    private Optional<Reading> bestOfSample(char[] units, char[] original, Evidence evidence) {
        int[] picked = Sample.pick(units, SAMPLE);
        return best(readTables(Sample.take(units, picked), Sample.take(original, picked)), evidence);
    }

    /** The encoding of a long text of bytes that is Vietnamese throughout, by a sample of it. */
    Optional<Encoding> uniform(byte[] bytes, Evidence evidence) {
        if (bytes.length < 2 * SAMPLE) {
            return Optional.empty();
        }
        return evidence.context()
                .filter(Encoding::hasTable)
                .filter(expected -> isUniform(bytes, expected, evidence))
                .or(() -> uniformOfAll(bytes, evidence));
    }

    private boolean isUniform(byte[] bytes, Encoding encoding, Evidence evidence) {
        char[] sample = Sample.take(bytes, SAMPLE_OF_EXPECTED);
        return isUniform(reader.readTable(sample, withoutBytes(sample), tables.of(encoding)), evidence);
    }

    private Optional<Encoding> uniformOfAll(byte[] bytes, Evidence evidence) {
        char[] sample = Sample.take(bytes, SAMPLE);
        return best(readTables(sample, withoutBytes(sample)), evidence)
                .filter(reading -> isUniform(reading, evidence))
                .map(Reading::encoding);
    }

    private static boolean isUniform(Reading reading, Evidence evidence) {
        return Acceptance.isCertain(reading, evidence) && Acceptance.isThroughout(reading);
    }

    /** No byte from 0x80 is a character by itself. */
    private static char[] withoutBytes(char[] units) {
        char[] original = units.clone();
        for (int i = 0; i < original.length; i++) {
            if (original[i] >= 0x80) {
                original[i] = '\uFFFD';
            }
        }
        return original;
    }

    private List<Reading> readTables(char[] units, char[] original) {
        return CANDIDATES.stream()
                .map(encoding -> reader.readTable(units, original, tables.of(encoding)))
                .toList();
    }

    /** Of equals the first. */
    private static Optional<Reading> best(List<Reading> readings, Evidence evidence) {
        Comparator<Reading> byGain = Comparator.comparingDouble(
                reading -> reading.gain() + evidence.prior(reading.encoding()) + Acceptance.bonus(reading));
        return readings.stream().reduce((a, b) -> byGain.compare(b, a) > 0 ? b : a);
    }
}
