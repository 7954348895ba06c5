package vn.vanthu.spam.content;

/**
 * What is noteworthy of the HTML of a message; all counts.
 *
 * @param parts HTML parts
 * @param tags all of them
 * @param images {@code img}
 * @param remoteImages of these, those that are fetched from a server
 * @param forms form fields and forms
 * @param scripts scripts, objects, frames
 * @param hidden elements whose style hides them, or makes them too small to see
 * @param wordBreaks comments or unknown tags in the middle of a word
 * @param references characters that are written as numbers although they are plain letters
 * @param visible letters and digits that a person sees
 */
public record HtmlFacts(
        int parts,
        int tags,
        int images,
        int remoteImages,
        int forms,
        int scripts,
        int hidden,
        int wordBreaks,
        int references,
        int visible) {}
