/**
 * Vietnamese text in all its writings, brought to Unicode NFC (TCVN 6909:2001). Knows nothing of mail.
 *
 * <p>The entrance is {@link vn.vanthu.text.VietnameseText}; {@link vn.vanthu.text.StreamConverter} serves texts of any
 * length, {@link vn.vanthu.text.TextCommand} the command line. What is promised:
 *
 * <ul>
 *   <li>Clean Vietnamese in UTF-8 is never altered, nor are other languages, source code, base 64 and Vietnamese without
 *       its marks, as far as can be measured (see {@code src/benchmark}).
 *   <li>A text that may be legacy Vietnamese, but for which too little speaks, is flagged and left as it is. The rest of
 *       the message can speak for it: {@link vn.vanthu.text.Evidence}.
 *   <li>Converting twice gives the same as converting once.
 *   <li>No input makes anything throw; nothing is lost: bytes that are not converted stay.
 * </ul>
 *
 * <p><b>How it decides.</b> A text is read in every encoding that it could be in. Each reading is scored word by word: how
 * likely is the decoded word as a Vietnamese syllable ({@code Syllables}), how likely are its bytes as they stand in
 * another language ({@code Background})? The likeliest course of Vietnamese and foreign stretches through the words
 * ({@code Path}) gives the gain of the reading over leaving the text as it is; {@code Acceptance} says what gain is
 * enough. Valid UTF-8 is looked at for combining marks, UTF-8 that was misread, legacy bytes in disguise, character
 * references, UTF-7 and VIQR, layer by layer until nothing changes any more.
 *
 * <p><b>Encodings</b> are named as {@link vn.vanthu.text.Encoding#id()} has them. Where bytes decode alike in several, the
 * first of the enum is named. ASCII is {@code utf-8}. Tables and model are resources, see the README beside them.
 */
@NullMarked
package vn.vanthu.text;

import org.jspecify.annotations.NullMarked;
