package vn.vanthu.document;

import java.util.List;

/** Finds the administrative documents among the parts of a mail. A pure function; safe for many threads. */
public interface DocumentReader {

    /** In the order of the parts; those whose likelihood is at least {@link OfficialDocument#OFFICIAL}. */
    List<OfficialDocument> documents(List<ReadPart> parts);
}
