/**
 * Understands an administrative document by where things stand on it (NĐ 30/2020, Annex I; before it TT 01/2011; for the
 * Party's documents Hướng dẫn 36-HD/VPTW).
 *
 * <p>A {@link vn.vanthu.document.layout.Sheet} puts the lines of a part into reading order, column by column, whether their
 * places are known or not. From it the head (issuer, number, date, title), the foot (Nơi nhận, signature) and the marks are
 * found, each with how sure it is; all together tell whether this is a document at all. Pure functions; safe for many threads.
 */
@NullMarked
package vn.vanthu.document.layout;

import org.jspecify.annotations.NullMarked;
