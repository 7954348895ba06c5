package vn.vanthu.server.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Whether scanned documents can be read. */
final class OcrStatus {

    private OcrStatus() {}

    static StatusLine line() {
        return knowsVietnamese()
                ? StatusLine.ok("ocr", "there", "Đọc được bản quét (tesseract).", "Scans can be read (tesseract).")
                : StatusLine.warning(
                        "ocr",
                        "missing",
                        "Không đọc được bản quét: cài gói tesseract-ocr và tesseract-ocr-vie.",
                        "Scans cannot be read: install tesseract-ocr and tesseract-ocr-vie.");
    }

    private static boolean knowsVietnamese() {
        try {
            Process process = new ProcessBuilder("tesseract", "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String languages = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor(10, TimeUnit.SECONDS)
                    && languages.lines().anyMatch(line -> line.strip().equals("vie"));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
