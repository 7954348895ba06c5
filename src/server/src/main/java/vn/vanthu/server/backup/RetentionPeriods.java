package vn.vanthu.server.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long what is kept (TT 10/2022/TT-BNV and NĐ 30/2020/NĐ-CP), as {@code retention.tsv} lists it. */
public final class RetentionPeriods {

    private static final String AS_ABOVE = "như trên";
    private static final Pattern YEARS = Pattern.compile("(\\d+) năm");

    /**
     * One kind of records.
     *
     * @param period in words: {@code 20 năm}, {@code vĩnh viễn}
     */
    public record Item(String name, String period, String source) {

        /** Until when the records of a year are kept, in words. */
        public String until(int year) {
            OptionalInt last = lastYear(year);
            return last.isPresent() ? "hết năm " + last.getAsInt() : period;
        }

        /** In which year the period of a year's records ends; empty when it never does, or not by the calendar. */
        public OptionalInt lastYear(int year) {
            Matcher years = YEARS.matcher(period);
            return years.matches() ? OptionalInt.of(year + Integer.parseInt(years.group(1))) : OptionalInt.empty();
        }
    }

    private RetentionPeriods() {}

    public static List<Item> all() {
        var file = Objects.requireNonNull(RetentionPeriods.class.getResourceAsStream("retention.tsv"));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            List<Item> items = new ArrayList<>();
            String source = "";
            for (String line : lines.lines().skip(1).toList()) {
                String[] part = line.split("\t");
                source = part[2].equals(AS_ABOVE) ? source : part[2];
                items.add(new Item(part[0], part[1], source));
            }
            return items;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
