package vn.vanthu.register.book;

import java.util.List;
import vn.vanthu.register.RegisterUnavailableException;

/** What is read from the books for people. Safe for many threads. */
public interface BookReports {

    /**
     * An entry that was found.
     *
     * @param number with its year: {@code 05/2026}
     * @param text số, ký hiệu, type and trích yếu
     */
    record Found(Book book, String number, String text) {}

    /** A year's book as an XLSX file in the form of NĐ 30/2020, Annex IV. */
    byte[] workbook(Book book, int year) throws RegisterUnavailableException;

    /** The newest entries with these words, without regard to diacritics and case. */
    List<Found> search(String words, int limit) throws RegisterUnavailableException;
}
