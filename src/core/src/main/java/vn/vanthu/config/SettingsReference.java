package vn.vanthu.config;

/** What people read about {@link Setting}s: made from the table, so that it cannot say anything else. */
public final class SettingsReference {

    private static final String HEAD =
            """
            # VanThu: cấu hình. Mỗi dòng dưới đây là giá trị mặc định; bỏ dấu # ở đầu dòng để thay đổi.
            # Biến môi trường (ví dụ VANTHU_DB_PASSWORD) được ưu tiên hơn tệp này.
            # VanThu: settings. Each line below is the default; take the # away to change it.
            # An environment variable (for example VANTHU_DB_PASSWORD) goes before this file.
            """;

    private SettingsReference() {}

    /** The content of {@code conf/vanthu.properties}: every key explained, with its default as a comment. */
    public static String sampleFile() {
        StringBuilder file = new StringBuilder(HEAD);
        for (Setting setting : Setting.values()) {
            file.append("\n# ").append(setting.vietnamese());
            file.append("\n# ").append(setting.english());
            file.append("\n# ").append(setting.kind().allowed());
            file.append("\n#").append(setting.key()).append('=').append(setting.byDefault());
            file.append('\n');
        }
        return file.toString();
    }

    /** The section of the README: a Markdown table of all keys. */
    public static String markdown() {
        StringBuilder table =
                new StringBuilder("| Key, environment | Default | Allowed | What it does |\n|---|---|---|---|\n");
        for (Setting setting : Setting.values()) {
            String byDefault = setting.byDefault().isEmpty() ? "" : "`" + setting.byDefault() + "`";
            table.append("| `").append(setting.key()).append("`<br>`").append(setting.environmentName());
            table.append("` | ").append(byDefault);
            table.append(" | ").append(setting.kind().allowed());
            table.append(" | ").append(setting.vietnamese());
            table.append("<br>").append(setting.english()).append(" |\n");
        }
        return table.toString();
    }
}
