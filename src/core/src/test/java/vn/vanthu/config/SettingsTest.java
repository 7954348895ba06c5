package vn.vanthu.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import vn.vanthu.testing.Golden;
import vn.vanthu.testing.TurkishLocale;

@ExtendWith(TurkishLocale.class)
class SettingsTest {

    private final Path folder;

    SettingsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Settings settings(String content, Map<String, String> environment)
            throws IOException, ConfigurationException {
        return Settings.load(Files.writeString(folder.resolve("vanthu.properties"), content), environment);
    }

    @Test
    void theShippedFileExplainsEveryKeyAndChangesNothing() throws Exception {
        Path shipped = Golden.CONF.resolve("vanthu.properties");
        Golden.assertSame(shipped, SettingsReference.sampleFile());
        assertThat(Settings.load(shipped, Map.of())).hasToString("");
    }

    @Test
    void everyDefaultIsAllowed() {
        for (Setting setting : Setting.values()) {
            if (!setting.byDefault().isEmpty()) {
                assertThat(setting.kind().accepts().test(setting.byDefault()))
                        .as(setting.key())
                        .isTrue();
            }
        }
    }

    @Test
    void defaultsSufficeWithoutAFile() throws Exception {
        Settings settings = Settings.load(folder.resolve("vanthu.properties"), Map.of());
        assertThat(settings.timezone()).isEqualTo(ZoneId.of("Asia/Ho_Chi_Minh"));
        assertThat(settings.languages()).containsExactly("vi", "en");
        assertThat(settings.smarthost()).isEmpty();
        assertThat(settings.has(Setting.DB_URL)).isFalse();
        assertThat(settings.minutes(Setting.LOGIN_LOCK_MINUTES)).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.archive(Path.of("var"))).isEqualTo(Path.of("var", "archive"));
    }

    @Test
    void readsUtf8WithWindowsLinesAndByteOrderMark() throws Exception {
        Settings settings = settings("\uFEFFvanthu.archive = Lưu trữ\r\nvanthu.smarthost : [::1]:2525\r\n", Map.of());
        assertThat(settings.archive(Path.of("var"))).isEqualTo(Path.of("var", "Lưu trữ"));
        assertThat(settings.smarthost()).contains(new HostAndPort("::1", 2525));
    }

    @Test
    void theEnvironmentGoesBeforeTheFile() throws Exception {
        Settings settings = settings(
                "vanthu.db.user=file\nvanthu.db.password=file",
                Map.of("VANTHU_DB_PASSWORD", "environment", "VANTHU_DB_USER", ""));
        assertThat(settings.text(Setting.DB_PASSWORD)).isEqualTo("environment");
        assertThat(settings.text(Setting.DB_USER)).isEqualTo("file");
        assertThat(settings.toString()).doesNotContain("environment");
    }

    @Test
    void aMistypedEnvironmentNameIsToldButForeignOnesPass() {
        Map<String, String> environment = Map.of("VANTHU_DB_PASWORD", "x", "VANTHU_JAVA_OPTIONS", "x", "PATH", "x");
        assertThatThrownBy(() -> settings("", environment))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage(
                        "environment: VANTHU_DB_PASWORD: found 'VANTHU_DB_PASWORD'; allowed: the environment name of"
                                + " a setting; did you mean 'VANTHU_DB_PASSWORD'?");
    }

    @Test
    void aSecretIsNeverTold() {
        String content = "vanthu.db.password=khong-ai-biet\nvanthu.db.admin.pasword=khong-ai-biet";
        assertThatThrownBy(() -> settings(content, Map.of())).message().doesNotContain("khong-ai-biet");
    }

    @Test
    void theCommandLineReplacesOneValue() throws Exception {
        Settings settings = settings("", Map.of()).with(Setting.SMARTHOST, "127.0.0.1:25");
        assertThat(settings.smarthost()).contains(new HostAndPort("127.0.0.1", 25));
        assertThatThrownBy(() -> settings.with(Setting.SMARTHOST, "127.0.0.1")).hasMessageContaining("host:port");
    }

    @Test
    void theReferenceNamesEveryKey() {
        assertThat(SettingsReference.markdown()).contains(Setting.keys()).contains("VANTHU_SMARTHOST_TLS");
    }
}
