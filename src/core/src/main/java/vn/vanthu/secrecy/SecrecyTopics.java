package vn.vanthu.secrecy;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import vn.vanthu.document.OfficialDocument;
import vn.vanthu.document.ReadPart;
import vn.vanthu.register.book.Field;
import vn.vanthu.text.Unaccented;

/**
 * What a mail is about that does not go by mail without somebody's word: security, defence, public order (Điều 3 khoản 1 điểm
 * đ, e). Looked for where a mail says what it is about: its subject and those of messages in it, names of files, the trích yếu
 * of documents; not in running text.
 *
 * @param phrases lower case; without diacritics in the text they count too
 * @param except phrases in which those do not count: "an ninh mạng"
 */
public record SecrecyTopics(List<String> phrases, List<String> except) {

    /** By the words of the regulation. */
    public static final SecrecyTopics USUAL = new SecrecyTopics(
            List.of("an ninh", "quốc phòng", "quân sự", "trật tự an toàn xã hội", "trật tự xã hội", "bí mật nhà nước"),
            List.of(
                    "an ninh mạng",
                    "an ninh lương thực",
                    "an ninh năng lượng",
                    "an ninh nguồn nước",
                    "an ninh con người",
                    "nghĩa vụ quân sự"));

    public SecrecyTopics {
        phrases = phrases.stream().map(SecrecyTopics::words).toList();
        except = except.stream().map(SecrecyTopics::words).toList();
    }

    /**
     * As an administrator writes them, with commas between; what is empty is as usual.
     *
     * @param topics {@code none} for no topic
     */
    public static SecrecyTopics listed(String topics, String except) {
        return new SecrecyTopics(
                topics.isEmpty() ? USUAL.phrases() : list(topics.equals("none") ? "" : topics),
                except.isEmpty() ? USUAL.except() : list(except));
    }

    private static List<String> list(String text) {
        return Stream.of(text.split(","))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /** The phrases that a mail is about, each once. */
    public List<String> of(String subject, List<ReadPart> parts, List<OfficialDocument> documents) {
        Stream<String> names = parts.stream().flatMap(part -> Stream.of(part.fileName(), part.path()));
        Stream<String> subjects = parts.stream()
                .filter(part -> part.mediaType().equals("message/rfc822"))
                .map(ReadPart::text);
        Stream<String> documentsSubjects =
                documents.stream().map(document -> document.fields().get(Field.SUBJECT));
        return Stream.of(Stream.of(subject), names, subjects, documentsSubjects)
                .flatMap(each -> each)
                .flatMap(title -> in(title).stream())
                .distinct()
                .toList();
    }

    private List<String> in(String title) {
        String words = words(title);
        boolean accented = !Unaccented.words(title).equals(words.strip());
        String rest = words;
        for (String phrase : except) {
            rest = rest.replace(accented ? phrase : plain(phrase), " ");
        }
        String left = rest;
        return phrases.stream()
                .filter(phrase -> left.contains(accented ? phrase : plain(phrase)))
                .map(String::strip)
                .toList();
    }

    /** With a space before and behind, so that whole words are found. */
    private static String words(String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return " " + lower.replaceAll("[^\\p{L}\\p{N}]+", " ").strip() + " ";
    }

    private static String plain(String phrase) {
        return " " + Unaccented.words(phrase) + " ";
    }
}
