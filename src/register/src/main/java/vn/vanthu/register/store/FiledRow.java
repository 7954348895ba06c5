package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import vn.vanthu.filing.FiledContent;
import vn.vanthu.register.book.Book;
import vn.vanthu.register.book.BookNumber;

@Entity
@Immutable
@Table(name = "filed_content")
@SuppressWarnings("NullAway.Init")
class FiledRow extends LogRow {

    String path;
    String book;

    @Column(name = "book_year")
    int year;

    @Column(name = "entry_number")
    int number;

    @Column(name = "mail_id")
    String mailId;

    String kind;

    @Column(name = "original_name")
    String originalName;

    long size;

    @Column(name = "content_sha256")
    String sha256;

    LocalDateTime at;

    FiledRow() {}

    FiledRow(FiledContent content, Instant at) {
        this.path = Text.fitKey(content.path(), 700);
        this.book = content.number().book().code();
        this.year = content.number().year();
        this.number = content.number().number();
        this.mailId = Text.fit(content.mailId(), 19);
        this.kind = content.kind().code();
        this.originalName = Text.fit(content.name(), 1000);
        this.size = content.size();
        this.sha256 = content.sha256();
        this.at = utc(at);
    }

    FiledContent content() {
        return new FiledContent(
                new BookNumber(Book.ofCode(book), year, number),
                mailId,
                FiledContent.Kind.ofCode(kind),
                path,
                originalName,
                size,
                sha256);
    }

    @Override
    String table() {
        return "filed_content";
    }

    @Override
    List<String> contentFields() {
        return List.of("original_name");
    }

    @Override
    List<String> keyFields() {
        return List.of("path");
    }

    @Override
    List<String> key() {
        return List.of(path);
    }

    @Override
    CanonicalRow addTo(CanonicalRow row) {
        return row.text("path", path)
                .text("book", book)
                .number("book_year", (long) year)
                .number("entry_number", (long) number)
                .text("mail_id", mailId)
                .text("kind", kind)
                .text("original_name", originalName)
                .number("size", size)
                .text("content_sha256", sha256)
                .time("at", at);
    }
}
