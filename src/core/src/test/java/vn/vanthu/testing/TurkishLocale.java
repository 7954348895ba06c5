package vn.vanthu.testing;

import java.util.Locale;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test class where {@code "I".toLowerCase()} is not {@code "i"}. */
public final class TurkishLocale implements BeforeAllCallback, AfterAllCallback {

    private final Locale before = Locale.getDefault();

    @Override
    public void beforeAll(ExtensionContext context) {
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Locale.setDefault(before);
    }
}
