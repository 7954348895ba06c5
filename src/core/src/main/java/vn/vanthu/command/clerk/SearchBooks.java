package vn.vanthu.command.clerk;

import java.util.List;
import java.util.stream.Collectors;
import vn.vanthu.command.Answer;
import vn.vanthu.command.Request;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookReports;
import vn.vanthu.register.book.BookReports.Found;

/** TÌM: entries of the books with some words. */
final class SearchBooks extends ClerkCommand {

    private static final int MOST = 50;

    private final BookReports reports;

    SearchBooks(BookReports reports) {
        this.reports = reports;
    }

    @Override
    public String name() {
        return "TÌM";
    }

    @Override
    public List<String> aliases() {
        return List.of("Tìm kiếm", "Tra cứu", "find", "search");
    }

    @Override
    public String help() {
        return "TÌM bao cao quy III   (có dấu hay không dấu đều được)\n";
    }

    @Override
    public Answer run(Request request) throws RegisterUnavailableException {
        String words = request.argument().strip();
        if (words.length() < 2) {
            return request.unclear(List.of("Thiếu chữ cần tìm, ít nhất hai ký tự."));
        }
        List<Found> found = reports.search(words, MOST);
        String list = found.isEmpty()
                ? "Không tìm thấy \"" + words + "\" trong sổ văn bản đến và sổ văn bản đi."
                : "Tìm thấy " + found.size() + (found.size() == MOST ? " văn bản mới nhất" : " văn bản") + " có \""
                        + words + "\":\n\n"
                        + found.stream().map(SearchBooks::line).collect(Collectors.joining("\n"));
        return request.done("search-answered", list, found.size() + " found.");
    }

    private static String line(Found found) {
        return "    " + (found.book() == Book.INCOMING ? "Đến " : "Đi ") + found.number() + ": " + found.text();
    }
}
