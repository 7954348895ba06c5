package vn.vanthu.message.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A header field with parameters (RFC 2045, section 5.1; RFC 2231), with the place of each in the raw bytes.
 *
 * @param value what stands before the first semicolon, lower case: {@code text/plain}
 */
record Parameters(String value, List<Parameter> list) {

    /**
     * One parameter.
     *
     * @param name lower case, with the asterisks and numbers of RFC 2231
     * @param value without quotes
     * @param start of the name
     * @param end after the value
     */
    record Parameter(String name, String value, int start, int end) {
        /** The name without what RFC 2231 adds. */
        String baseName() {
            int star = name.indexOf('*');
            return star < 0 ? name : name.substring(0, star);
        }
    }

    static Parameters none() {
        return new Parameters("", List.of());
    }

    static Parameters of(RawPart.Field field) {
        Scanner scanner = new Scanner(field);
        String value = scanner.token(";").trim().toLowerCase(Locale.ROOT);
        List<Parameter> list = new ArrayList<>();
        while (scanner.skipTo(';')) {
            scanner.parameter().ifPresent(list::add);
        }
        return new Parameters(value, list);
    }

    Optional<Parameter> get(String name) {
        return list.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }

    List<Parameter> allOf(String baseName) {
        return list.stream()
                .filter(parameter -> parameter.baseName().equals(baseName))
                .toList();
    }

    boolean is(String prefix) {
        return value.startsWith(prefix);
    }

    /** Reads a field from left to right. */
    private static final class Scanner {
        private final String raw;
        private final int end;
        private int at;

        Scanner(RawPart.Field field) {
            raw = field.raw();
            at = field.valueStart();
            end = field.end();
        }

        String token(String stops) {
            int from = at;
            while (at < end && stops.indexOf(raw.charAt(at)) < 0) {
                at++;
            }
            return raw.substring(from, at);
        }

        boolean skipTo(char c) {
            while (at < end && raw.charAt(at) != c) {
                at++;
            }
            at++;
            return at < end;
        }

        Optional<Parameter> parameter() {
            skipSpace();
            int start = at;
            String name = token("=;").trim().toLowerCase(Locale.ROOT);
            if (at >= end || raw.charAt(at) != '=' || name.isEmpty()) {
                return Optional.empty();
            }
            at++;
            skipSpace();
            String value = at < end && raw.charAt(at) == '"'
                    ? quoted()
                    : token(";\r\n").trim();
            int valueEnd = at;
            while (valueEnd > start && raw.charAt(valueEnd - 1) <= ' ') {
                valueEnd--;
            }
            return Optional.of(new Parameter(name, value, start, valueEnd));
        }

        private void skipSpace() {
            while (at < end && raw.charAt(at) <= ' ') {
                at++;
            }
        }

        private String quoted() {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < end && raw.charAt(at) != '"') {
                boolean escaped = raw.charAt(at) == '\\' && at + 1 < end;
                at += escaped ? 1 : 0;
                char c = raw.charAt(at++);
                if (c != '\r' && c != '\n') {
                    value.append(c);
                }
            }
            at = Math.min(end, at + 1);
            return value.toString();
        }
    }
}
