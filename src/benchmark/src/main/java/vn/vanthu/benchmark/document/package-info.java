/**
 * Invented documents of every type, rendered as files, and how well the gateway understands them.
 *
 * <p>A {@link vn.vanthu.benchmark.document.Described} document is a few lines of text. {@link
 * vn.vanthu.benchmark.document.Layout} places it on pages as NĐ 30/2020, TT 01/2011 or the Party's guidance ask, from which
 * {@link vn.vanthu.benchmark.document.Rendering} makes a PDF with text, a DOCX or a scan. What must be understood is in the
 * description, never taken from the program. The file {@code aside.txt} was not looked at while the program was tuned.
 */
package vn.vanthu.benchmark.document;
