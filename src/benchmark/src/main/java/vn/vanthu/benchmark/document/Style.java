package vn.vanthu.benchmark.document;

/** How letters look. */
enum Style {
    REGULAR(false, false),
    BOLD(true, false),
    ITALIC(false, true),
    BOLD_ITALIC(true, true);

    final boolean bold;
    final boolean italic;

    Style(boolean bold, boolean italic) {
        this.bold = bold;
        this.italic = italic;
    }

    /** The file in the artifact openpdf-fonts-extra: Liberation Serif, as wide as Times New Roman, with all Vietnamese letters. */
    String font() {
        return switch (this) {
            case REGULAR -> "liberation/LiberationSerif-Regular.ttf";
            case BOLD -> "liberation/LiberationSerif-Bold.ttf";
            case ITALIC -> "liberation/LiberationSerif-Italic.ttf";
            case BOLD_ITALIC -> "liberation/LiberationSerif-BoldItalic.ttf";
        };
    }
}
