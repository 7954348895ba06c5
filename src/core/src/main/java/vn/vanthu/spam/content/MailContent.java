package vn.vanthu.spam.content;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.vanthu.message.MessageView;
import vn.vanthu.message.Part;
import vn.vanthu.message.Unread;

/**
 * A message as the rules see it.
 *
 * @param header of the message
 * @param sender as From says
 * @param parts all of them, containers too, up to a limit
 * @param subject in Unicode, legacy Vietnamese encodings too
 * @param text what a person reads of all text parts, HTML as its visible text, in Unicode, up to a limit
 * @param words subject and text as {@link Folding} gives them
 * @param facts what is noteworthy of the text
 * @param html what is noteworthy of the HTML
 * @param links web addresses of text and HTML, up to a limit
 * @param handover who handed it over
 * @param executables parts that begin like a program, whatever their name says
 * @param unread what could not be read
 */
public record MailContent(
        MessageView header,
        Sender sender,
        List<Part> parts,
        String subject,
        String text,
        String words,
        TextFacts facts,
        HtmlFacts html,
        List<Link> links,
        Optional<Handover> handover,
        int executables,
        Set<Unread> unread) {

    public MailContent {
        parts = List.copyOf(parts);
        links = List.copyOf(links);
        unread = Set.copyOf(unread);
    }

    /** Whether any part is of this type; a type that ends in {@code /} means all below it. */
    public boolean hasType(String type) {
        return parts.stream()
                .anyMatch(part -> type.endsWith("/")
                        ? part.mediaType().startsWith(type)
                        : part.mediaType().equals(type));
    }
}
