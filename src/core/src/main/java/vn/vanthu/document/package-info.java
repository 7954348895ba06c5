/**
 * Documents (văn bản) that a mail carries: what was read of its parts, and what of that is an administrative document.
 *
 * <p>Reading and understanding are two steps. A {@link vn.vanthu.document.ContentReader} turns a message into
 * {@link vn.vanthu.document.ReadPart}s: text with its place on the page, for every part at any depth, in archives and
 * attached messages too. What could not be read is {@linkplain vn.vanthu.document.ReadPart#isUnread unread}, which is never
 * the same as clean. Understanding is a pure function from a part that was read to an
 * {@link vn.vanthu.document.OfficialDocument}, by the layout of NĐ 30/2020, Annex I.
 */
@NullMarked
package vn.vanthu.document;

import org.jspecify.annotations.NullMarked;
