package vn.vanthu.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds how a text is written: reads it in every way that it could be, and takes the likeliest. */
final class Detector {

    /** So much of a long text chooses the encoding; the rest is then read in that one only. */
    private static final int SAMPLE = 6000;

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
        char[] original = units.clone();
        for (int i = 0; i < original.length; i++) {
            if (original[i] >= 0x80) {
                original[i] = '\uFFFD';
            }
        }
        return bestTable(units, original, evidence);
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
            addMojibake(readings, units, original);
            bestTable(units, original, evidence)
                    .filter(reading -> !traits.genuine() || Acceptance.isCertainBesideUnicode(reading))
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

    private void addMojibake(List<Reading> readings, char[] units, char[] original) {
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
        int[] picked = Sample.pick(units, SAMPLE);
        char[] someUnits = Sample.take(units, picked);
        char[] someOriginal = Sample.take(original, picked);
        return best(readTables(someUnits, someOriginal), evidence)
                .map(reading -> reader.readTable(units, original, tables.of(reading.encoding())));
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
