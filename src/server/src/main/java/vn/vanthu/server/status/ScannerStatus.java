package vn.vanthu.server.status;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.vanthu.config.Problems;
import vn.vanthu.config.XmlElement;
import vn.vanthu.config.XmlFile;
import vn.vanthu.james.spam.Clamd;

/** Whether the virus scanner that {@code mailetcontainer.xml} names answers. */
final class ScannerStatus {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String where;
    private final @Nullable Clamd daemon;

    private ScannerStatus(String where, @Nullable Clamd daemon) {
        this.where = where;
        this.daemon = daemon;
    }

    static ScannerStatus of(Path conf, Clock clock) {
        Path file = conf.resolve("mailetcontainer.xml");
        String where = XmlFile.read(file, new Problems(file.toString())).stream()
                .flatMap(root -> root.within("processors", "processor").stream())
                .flatMap(processor -> processor.children("mailet").stream())
                .flatMap(ScannerStatus::clamd)
                .findFirst()
                .orElse("");
        Optional<Clamd> daemon = Clamd.at(where, PATIENCE, clock);
        return new ScannerStatus(where, daemon.orElse(null));
    }

    private static Stream<String> clamd(XmlElement mailet) {
        return mailet.attribute("class").endsWith("Quarantine")
                ? mailet.child("clamd").stream().map(XmlElement::text).map(String::strip)
                : Stream.empty();
    }

    StatusLine line() {
        if (daemon == null) {
            return StatusLine.ok(
                    "scanner", "none", "Không dùng trình quét vi-rút.", "No virus scanner is configured (<clamd>).");
        }
        return daemon.scan(new byte[0]) instanceof Clamd.Unknown unknown
                ? StatusLine.warning(
                        "scanner",
                        "away",
                        "Trình quét vi-rút " + where + " không trả lời, thư không được quét: systemctl restart"
                                + " clamav-daemon.",
                        "The virus scanner does not answer, mail goes on unscanned: " + unknown.cause())
                : StatusLine.ok(
                        "scanner", "there", "Trình quét vi-rút trả lời.", "The virus scanner answers (" + where + ").");
    }
}
