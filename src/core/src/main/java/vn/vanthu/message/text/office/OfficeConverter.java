package vn.vanthu.message.text.office;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.vanthu.message.text.office.OfficeText.State;
import vn.vanthu.text.Encoding;
import vn.vanthu.text.VietnameseText;

/**
 * Finds text in legacy fonts in Office files, and makes copies in Unicode.
 *
 * <pre>
 * OfficeConverter office = new OfficeConverter(VietnameseText.load());
 * office.read(attachment, Allowance.forMessage()).ifPresent(found -&gt; ... found.convertedCopy() ...);
 * </pre>
 *
 * <p>No input makes it throw. Immutable; one instance serves all threads.
 */
public final class OfficeConverter {

    private final VietnameseText engine;

    public OfficeConverter(VietnameseText engine) {
        this.engine = engine;
    }

    /** Whether the first bytes of a file are those of an Office file, or of a zip file, which may be one. */
    public static boolean mayBeOffice(byte[] start) {
        return OfficeKind.hasMagic(start);
    }

    /**
     * Looks into a file, which is recognised by its content.
     *
     * @return what there is to tell; empty for files of other kinds and for those without legacy text
     */
    public Optional<OfficeText> read(byte[] file, Allowance allowance) {
        Optional<OfficeKind> kind = OfficeKind.of(file);
        try {
            return kind.flatMap(known -> read(file, known, allowance));
        } catch (UnreadableException e) {
            return kind.map(known -> OfficeText.unread(known.name().toLowerCase(Locale.ROOT)));
        }
    }

    /** A copy of a file in Unicode; empty when there is nothing to convert, or it cannot be. */
    public Optional<byte[]> convertedCopy(byte[] file) {
        return read(file, Allowance.forMessage()).flatMap(OfficeText::convertedCopy);
    }

    private Optional<OfficeText> read(byte[] file, OfficeKind kind, Allowance allowance) {
        return switch (kind) {
            case OLE -> ole(file);
            case RTF -> rtf(file, allowance);
            default -> zip(file, kind, allowance);
        };
    }

    private static Optional<OfficeText> ole(byte[] file) {
        String kind = OleScan.kind(file);
        if (OleScan.isEncrypted(file)) {
            return Optional.of(OfficeText.unread(kind));
        }
        return OleScan.find(file)
                .map(encoding -> new OfficeText(kind, State.FONTS_NAMED, encoding, 0, Optional::empty));
    }

    private Optional<OfficeText> rtf(byte[] file, Allowance allowance) {
        if (file.length > allowance.textLeft()) {
            return Optional.of(OfficeText.unread("rtf"));
        }
        allowance.take(file.length, file.length);
        String rtf = new String(file, StandardCharsets.ISO_8859_1);
        TextEdits edits = new TextEdits();
        Decoder decoder = new Decoder(engine, RtfText::escape);
        RtfText.read(rtf, edits, decoder);
        decoder.finish();
        return found(decoder, "rtf", false, () -> edits.applyTo(rtf).getBytes(StandardCharsets.ISO_8859_1));
    }

    private Optional<OfficeText> zip(byte[] file, OfficeKind kind, Allowance allowance) {
        OfficeZip zip = OfficeZip.read(file, allowance);
        XmlParts parts = new XmlParts(zip.texts());
        if (parts.names(kind.mainPart()).isEmpty() || !parts.nameLegacyFonts()) {
            return Optional.empty();
        }
        Decoder decoder = new Decoder(engine, XmlText::escape);
        readParts(kind, parts, decoder);
        decoder.finish();
        return found(decoder, name(kind, parts), zip.isSigned(), () -> zip.with(parts.changed()));
    }

    private static void readParts(OfficeKind kind, XmlParts parts, Decoder decoder) {
        if (kind == OfficeKind.ODF) {
            OdfText.read(parts, decoder);
            return;
        }
        if (kind == OfficeKind.DOCX) {
            WordText.read(parts, decoder);
        } else if (kind == OfficeKind.XLSX) {
            SheetText.read(parts, decoder);
        }
        DrawingText.read(parts, decoder);
    }

    private static String name(OfficeKind kind, XmlParts parts) {
        if (kind != OfficeKind.ODF) {
            return kind.name().toLowerCase(Locale.ROOT);
        }
        return Map.of("spreadsheet", "ods", "presentation", "odp", "graphics", "odg").entrySet().stream()
                .filter(entry -> parts.get("mimetype").contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("odt");
    }

    /** Makes a copy; {@link UnreadableException} is for what cannot be written again. */
    private interface Copy {
        byte[] make();
    }

    private static Optional<OfficeText> found(Decoder decoder, String kind, boolean signed, Copy copy) {
        Optional<Encoding> encoding = decoder.encoding();
        State state = signed ? State.SIGNED : State.CONVERTIBLE;
        return encoding.map(known ->
                new OfficeText(kind, state, known, decoder.lost(), () -> signed ? Optional.empty() : attempt(copy)));
    }

    private static Optional<byte[]> attempt(Copy copy) {
        try {
            return Optional.of(copy.make());
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}
