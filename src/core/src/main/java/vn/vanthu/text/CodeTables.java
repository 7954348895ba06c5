package vn.vanthu.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/** All tables, read once from the resources in {@code tables/} (see the README there). Immutable. */
final class CodeTables {

    private final Map<Encoding, CodeTable> tables = new EnumMap<>(Encoding.class);

    private CodeTables() {
        for (Encoding encoding : Encoding.withTable()) {
            tables.put(encoding, read(encoding));
        }
    }

    static CodeTables load() {
        return new CodeTables();
    }

    CodeTable of(Encoding encoding) {
        CodeTable table = tables.get(encoding);
        if (table == null) {
            throw new IllegalArgumentException("no table of bytes for " + encoding.id());
        }
        return table;
    }

    private static CodeTable read(Encoding encoding) {
        CodeTable.Builder builder = new CodeTable.Builder();
        forEachRow(encoding.id() + ".tsv", builder::add);
        for (String line : lines("symbols.tsv")) {
            String[] field = line.split("\t");
            if (field[0].equals(encoding.id())) {
                builder.addIfAbsent(bytes(field[1]), character(field[2]));
            }
        }
        if (encoding == Encoding.TCVN3_CAPITALS) {
            addCapitalAscii(builder);
        }
        return builder.build(encoding);
    }

    /** A capital font draws the ASCII letters as capitals too. */
    private static void addCapitalAscii(CodeTable.Builder builder) {
        for (char c = 'a'; c <= 'z'; c++) {
            builder.add(new byte[] {(byte) c}, (char) (c - 'a' + 'A'));
        }
    }

    static void forEachRow(String table, BiConsumer<byte[], Character> row) {
        for (String line : lines(table)) {
            String[] field = line.split("\t");
            row.accept(bytes(field[0]), character(field[1]));
        }
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static char character(String codePoint) {
        return (char) Integer.parseInt(codePoint.substring(2), 16);
    }

    private static List<String> lines(String table) {
        InputStream in = Objects.requireNonNull(CodeTables.class.getResourceAsStream("tables/" + table), table);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(line -> !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
