package vn.vanthu.filing;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import vn.vanthu.register.RegisterUnavailableException;
import vn.vanthu.register.book.BookNumber;

/** What the register keeps of the archive: one sealed row a file. Safe for many threads. */
public interface FilingRegister {

    /** Notes files that are on the disk; each path once. Durable when it returns. */
    void filed(Collection<FiledContent> contents) throws RegisterUnavailableException;

    /** The files of a number; empty when it is not filed. */
    List<FiledContent> of(BookNumber number) throws RegisterUnavailableException;

    /** A file with this content, the first that was filed. */
    Optional<FiledContent> withContent(String sha256) throws RegisterUnavailableException;
}
