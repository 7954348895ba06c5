/**
 * The register books of Decree 30/2020/NĐ-CP: documents, their numbers, and what was done to them.
 *
 * <p>A book has one series of numbers a year, from 01 on 1 January in Asia/Ho_Chi_Minh, without gaps. A number is never
 * deleted and never given twice: a mistake is corrected by a row that supersedes, or voided with a reason. Every change
 * carries an {@link vn.vanthu.register.book.Act}: who, why, and a key by which the same change done again returns the
 * first result.
 */
@NullMarked
package vn.vanthu.register.book;

import org.jspecify.annotations.NullMarked;
