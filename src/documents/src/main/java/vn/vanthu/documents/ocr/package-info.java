/**
 * Letters in pictures, by tesseract with its Vietnamese data: {@link vn.vanthu.documents.ocr.PictureReader}. Where the program
 * is not installed there is no reader, and the pages stay unread.
 */
@NullMarked
package vn.vanthu.documents.ocr;

import org.jspecify.annotations.NullMarked;
