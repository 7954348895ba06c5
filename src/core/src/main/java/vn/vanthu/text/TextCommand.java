package vn.vanthu.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * What {@code ./vanthu text detect|convert [--from ENCODING] [--base64-lines] [--json] [FILE]} does, apart from reading
 * its options.
 *
 * <p>{@code convert} writes the text in UTF-8 NFC, in constant memory; {@code detect} the name of its encoding. With
 * {@code --json} the result is an object {@code {"encoding":..., "changed":..., "text":...}} on one line; with
 * {@code --base64-lines} each line of the input is one text in base 64, and each has its object. The text of bytes that
 * are left as they are and are no UTF-8 is given as windows-1252 reads them.
 */
public final class TextCommand {

    /** What to do. */
    public enum Action {
        DETECT,
        CONVERT
    }

    /**
     * The options of the command line.
     *
     * @param from the encoding, when the user knows it
     */
    public record Options(Action action, Optional<Encoding> from, boolean base64Lines, boolean json) {}

    private final VietnameseText engine;

    public TextCommand(VietnameseText engine) {
        this.engine = engine;
    }

    /** Reads the input to its end and writes the result; closes neither. */
    public void run(Options options, InputStream in, OutputStream out) throws IOException {
        if (options.base64Lines()) {
            convertLines(options, in, out);
        } else if (options.json()) {
            out.write(utf8(json(convert(in.readAllBytes(), options)) + "\n"));
        } else if (options.action() == Action.DETECT) {
            out.write(utf8(stream(options)
                            .convert(in, OutputStream.nullOutputStream())
                            .encoding()
                            .id() + "\n"));
        } else {
            stream(options).convert(in, out);
        }
        out.flush();
    }

    private StreamConverter stream(Options options) {
        return options.from()
                .map(encoding -> new StreamConverter(engine, encoding))
                .orElseGet(() -> new StreamConverter(engine));
    }

    private Conversion convert(byte[] text, Options options) {
        return options.from()
                .map(encoding -> engine.decode(text, encoding))
                .orElseGet(() -> engine.convert(text, Evidence.none()));
    }

    private void convertLines(Options options, InputStream in, OutputStream out) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            out.write(utf8(convertLine(line, options) + "\n"));
        }
    }

    private String convertLine(String line, Options options) {
        try {
            return json(convert(Base64.getMimeDecoder().decode(line), options));
        } catch (IllegalArgumentException e) {
            return "{\"encoding\":\"unknown\",\"changed\":false,\"text\":\"\",\"error\":\"not base 64\"}";
        }
    }

    private static String json(Conversion conversion) {
        StringBuilder json = new StringBuilder(conversion.text().length() + 64)
                .append("{\"encoding\":\"")
                .append(conversion.encoding().id())
                .append("\",\"changed\":")
                .append(conversion.changed())
                .append(",\"text\":\"");
        for (int at = 0; at < conversion.text().length(); at++) {
            appendEscaped(json, conversion.text(), at);
        }
        return json.append("\"}").toString();
    }

    /** RFC 8259, section 7; half a surrogate pair is escaped too, as UTF-8 cannot write it. */
    private static void appendEscaped(StringBuilder json, String text, int at) {
        char c = text.charAt(at);
        if (c == '"' || c == '\\') {
            json.append('\\').append(c);
        } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == '\u2028' || c == '\u2029' || isHalfPair(text, at)) {
            json.append(String.format("\\u%04x", (int) c));
        } else {
            json.append(c);
        }
    }

    private static boolean isHalfPair(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
