package vn.vanthu.spam.content;

/** {@link HtmlFacts} while they are being counted. */
final class HtmlCounts {
    int parts;
    int tags;
    int images;
    int remoteImages;
    int forms;
    int scripts;
    int hidden;
    int wordBreaks;
    int references;
    int visible;

    HtmlFacts facts() {
        return new HtmlFacts(
                parts, tags, images, remoteImages, forms, scripts, hidden, wordBreaks, references, visible);
    }
}
