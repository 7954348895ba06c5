package vn.vanthu.quarantine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import vn.vanthu.document.ActiveContent;
import vn.vanthu.document.ReadPart;
import vn.vanthu.message.PartReader;

/** Finds in a mail what may do harm: by the names and types of its files, and by the bytes of each part. */
public final class Dangers {

    private static final Pattern PROGRAM = Pattern.compile(
            ".*\\.(?:exe|scr|pif|com|cpl|msi|msix|appx|jar|lnk|reg|iso|img|vhdx?|dll|chm|xll|application|apk|dmg|elf|deb|rpm|msc|cab|ace|gadget)");
    private static final Pattern SCRIPT = Pattern.compile(
            ".*\\.(?:bat|cmd|jse?|mjs|vb[se]?|ws[fh]|hta|ps1|psm1|sh|py|pl|php|s?html?|xhtml|svg|mht(?:ml)?|one|rdp|url|scf"
                    + "|wsc|sct|inf|iqy|slk|ps1xml|psd1|(?:library|search|searchconnector|settingcontent)-ms)");
    private static final Pattern MACRO =
            Pattern.compile(".*\\.(?:docm|dotm|xlsm|xltm|xlam|xlsb|pptm|potm|ppam|ppsm|sldm)");
    private static final Pattern PROGRAM_TYPE = Pattern.compile(
            "application/(?:x-ms(?:download|dos-program|i)|x-dosexec|x-executable|x-sharedlib|x-elf|x-mach-o.*|java-archive"
                    + "|java-vm|vnd\\.android\\.package-archive|x-iso9660-image|x-ms-shortcut)");
    private static final Pattern SCRIPT_TYPE = Pattern.compile("(?:application|text)/(?:x-)?(?:javascript|vbscript|sh"
            + "|bat|python|perl|php|powershell|hta)|image/svg\\+xml");

    /** What offices exchange. */
    private static final Pattern ALLOWED = Pattern.compile(
            "text/(?:plain|csv|calendar|rtf|xml|x-vcard)|application/(?:pdf|rtf"
                    + "|msword|vnd\\.ms-(?:excel|powerpoint|word|tnef|outlook).*|vnd\\.openxmlformats-officedocument\\..*"
                    + "|vnd\\.oasis\\.opendocument\\..*|x-tika-(?:msoffice|ooxml).*|xml|zip|gzip|x-rar-compressed|x-7z-compressed"
                    + "|(?:x-)?pkcs7-(?:signature|mime)|pgp-signature|ms-tnef|illustrator|x-dbf)|(?:audio|image|video)/.*|message/.*|multipart/.*");

    /** What Tika does not know by its bytes it calls text or XML: only under these names it is nothing else. */
    private static final Pattern TEXT_NAME = Pattern.compile("(?!.*\\.[a-z][a-z0-9]{0,9}$).*"
            + "|.*\\.(?:txt|text|csv|tsv|log|md|xml|xsd|xsl|xslt|json|geojson|ya?ml|ini|conf|css|tex|sql|srt|kml|gpx|gml|ics|vcf|eml|asc|sig"
            + "|rtf|dat|xls|doc|pem|csr|crt|dxf|prn|lst)");

    private static final Pattern TEXT_TYPE = Pattern.compile("text/plain|application/xml");

    /** Windows opens {@code a.js.} as {@code a.js}. */
    private static final Pattern NAME_END = Pattern.compile("[\\s.\\p{Cf}\\p{Zs}]+$");

    private Dangers() {}

    /** @param parts as they were read, those in archives too */
    public static List<Danger> in(byte[] message, Collection<ReadPart> parts) {
        Set<Danger> found = new LinkedHashSet<>();
        parts.forEach(part -> ofPart(part).ifPresent(found::add));
        try {
            new PartReader(PartReader.Limits.USUAL).read(new ByteArrayInputStream(message), (part, content) -> {
                String name = part.fileName().isEmpty() ? part.mediaType() : part.fileName();
                ActiveContent.in(content).map(active -> danger(active, name)).ifPresent(found::add);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory can be read", e);
        }
        return new ArrayList<>(found);
    }

    private static Optional<Danger> ofPart(ReadPart part) {
        String name = NAME_END.matcher(part.fileName().toLowerCase(Locale.ROOT)).replaceFirst("");
        String type = part.mediaType().replaceAll("\\s*;.*", "").toLowerCase(Locale.ROOT);
        if (PROGRAM.matcher(name).matches() || PROGRAM_TYPE.matcher(type).matches()) {
            return Optional.of(new Danger(Danger.Kind.PROGRAM, "chương trình " + shown(part)));
        }
        if (MACRO.matcher(name).matches()
                || type.contains("macroenabled")
                || type.equals(ActiveContent.MACRO.mediaType())) {
            return Optional.of(new Danger(Danger.Kind.MACRO, "macro trong " + shown(part)));
        }
        if (!part.body()
                && (SCRIPT.matcher(name).matches() || SCRIPT_TYPE.matcher(type).matches())) {
            return Optional.of(new Danger(Danger.Kind.SCRIPT, "mã lệnh " + shown(part)));
        }
        boolean misnamed =
                TEXT_TYPE.matcher(type).matches() && !TEXT_NAME.matcher(name).matches();
        return part.body() || ALLOWED.matcher(type).matches() && !misnamed
                ? Optional.empty()
                : Optional.of(new Danger(Danger.Kind.TYPE, "tệp loại lạ " + shown(part) + " (" + type + ")"));
    }

    private static String shown(ReadPart part) {
        return part.fileName().isEmpty() ? "không tên" : part.fileName();
    }

    private static Danger danger(ActiveContent active, String name) {
        return switch (active) {
            case PROGRAM -> new Danger(Danger.Kind.PROGRAM, "chương trình " + name);
            case SCRIPT -> new Danger(Danger.Kind.SCRIPT, "mã lệnh trong " + name);
            case MACRO -> new Danger(Danger.Kind.MACRO, "macro trong " + name);
        };
    }
}
