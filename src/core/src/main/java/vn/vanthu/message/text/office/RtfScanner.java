package vn.vanthu.message.text.office;

import java.util.Optional;

/** Reads RTF as a row of groups, control words and characters. */
final class RtfScanner {

    /** What is read. */
    enum Token {
        OPEN,
        CLOSE,
        WORD,
        CHARACTER
    }

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_NUMBER = 9;

    private final String rtf;
    private int at;
    private int start;
    private Token token = Token.OPEN;
    private String word = "";
    private Optional<Integer> number = Optional.empty();
    private char character;

    RtfScanner(String rtf) {
        this.rtf = rtf;
    }

    /** Goes to the next token; false at the end. */
    boolean next() {
        while (at < rtf.length() && (rtf.charAt(at) == '\r' || rtf.charAt(at) == '\n' || rtf.charAt(at) == 0)) {
            at++;
        }
        if (at >= rtf.length()) {
            return false;
        }
        start = at;
        char c = rtf.charAt(at++);
        switch (c) {
            case '{' -> token = Token.OPEN;
            case '}' -> token = Token.CLOSE;
            case '\\' -> control();
            default -> character(c);
        }
        return true;
    }

    Token token() {
        return token;
    }

    /** The name of a control word, or the sign of a control symbol. */
    String word() {
        return word;
    }

    Optional<Integer> number() {
        return number;
    }

    char character() {
        return character;
    }

    int start() {
        return start;
    }

    int end() {
        return at;
    }

    private void character(char c) {
        token = Token.CHARACTER;
        character = c;
    }

    private void control() {
        if (at >= rtf.length()) {
            character('\\');
            return;
        }
        char c = rtf.charAt(at);
        if (isLetter(c)) {
            controlWord();
        } else if (c == '\'') {
            hex();
        } else {
            at++;
            if (c == '\\' || c == '{' || c == '}') {
                character(c);
            } else {
                symbol(c == '\r' || c == '\n' ? "par" : String.valueOf(c));
            }
        }
    }

    private void symbol(String name) {
        token = Token.WORD;
        word = name;
        number = Optional.empty();
    }

    private void hex() {
        int end = Math.min(at + 3, rtf.length());
        int high = at + 1 < end ? Character.digit(rtf.charAt(at + 1), 16) : -1;
        int low = at + 2 < end ? Character.digit(rtf.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            at++;
            symbol("'");
            return;
        }
        at = end;
        character((char) (high << 4 | low));
    }

    private void controlWord() {
        int from = at;
        while (at < rtf.length() && isLetter(rtf.charAt(at)) && at - from < LONGEST_WORD) {
            at++;
        }
        symbol(rtf.substring(from, at));
        int digits = at;
        if (at < rtf.length() && rtf.charAt(at) == '-') {
            at++;
        }
        int first = at;
        while (at < rtf.length() && isDigit(rtf.charAt(at)) && at - first < LONGEST_NUMBER) {
            at++;
        }
        if (at == first) {
            at = digits;
        } else {
            number = Optional.of(Integer.parseInt(rtf.substring(digits, at)));
        }
        if (at < rtf.length() && rtf.charAt(at) == ' ') {
            at++;
        }
        if (word.equals("bin")) {
            at = Math.min(rtf.length(), at + Math.max(0, number.orElse(0)));
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
