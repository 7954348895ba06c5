/**
 * Office attachments that are written with legacy Vietnamese fonts.
 *
 * <p>In such a file the letters are Latin look-alikes ("Céng hßa") and only the font ({@code .VnTime}, {@code VNI-Times})
 * tells what they mean. The entrance is {@link vn.vanthu.message.text.office.OfficeConverter}; it knows no mail.
 *
 * <ul>
 *   <li>DOCX, XLSX, PPTX, ODT, ODS, ODP and RTF: a text counts when the font in effect is a legacy one and the text says
 *       something else in Unicode. A font that is only listed is nothing. A copy can be made of them: these texts are
 *       decoded, legacy fonts are named Times New Roman, every other character stays. Where such a font holds Unicode
 *       somewhere, the texts have to look legacy by themselves too.
 *   <li>DOC, XLS, PPT: the names of legacy fonts are looked for, the text is not read.
 *   <li>Files with a digital signature are told, never copied.
 *   <li>What is broken, encrypted or too large is told as unread. Nothing throws. All work is linear in the size of what is
 *       unpacked, and an {@link vn.vanthu.message.text.office.Allowance} bounds that, by file and by message. Files within
 *       files are not opened.
 *   <li>Left as they are: table styles in DOCX; formulas, sheet names and page headers in XLSX; the cached values of charts;
 *       titles and other properties of the file.
 * </ul>
 *
 * <p>A copy of a copy is not made: nothing legacy is left in it.
 */
@NullMarked
package vn.vanthu.message.text.office;

import org.jspecify.annotations.NullMarked;
