package vn.vanthu.register.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDateTime;

/** The last number of a book and year; locked while an entry is written. */
@Entity
@Table(name = "book_counter")
@SuppressWarnings("NullAway.Init")
class BookCounter {

    @Embeddable
    record Series(@Column(name = "book") String book, @Column(name = "book_year") int year) implements Serializable {}

    @EmbeddedId
    Series series;

    @Column(name = "last_number")
    int lastNumber;

    @Column(name = "last_at")
    LocalDateTime lastAt;

    boolean closed;

    BookCounter() {}

    BookCounter(Series series, LocalDateTime openedAt) {
        this.series = series;
        this.lastAt = openedAt;
    }
}
