/**
 * Backup and restore of everything that the gateway keeps.
 *
 * <p>A backup is a folder {@code vanthu-YYYYMMDD-HHMMSS}: the databases, the queue, every other file of the data folder and
 * the configuration, with a {@link vn.vanthu.server.backup.Manifest} of hashes. Files of the archive never change, so they stand
 * once beside all backups, in {@code archive/}. It is written under another name and gets its own when it is whole.
 *
 * <p>While the gateway runs the parts are copied in an order that loses nothing which was in the queue when the copy began:
 * first the queue, then the register, then James's store, then files. What the register's copy calls delivered is in the
 * mailboxes' copy, which is younger. What was delivered between these two is pending in the register: the queue's copy brings
 * it again, and {@link vn.vanthu.james.Inbox#holds} finds that it is there. A file that the register's copy names was written
 * before its row. What came in while the copy was made may be pending in the register and in no queue: the confirmation names
 * such mails, so that their senders can be asked.
 *
 * <p>A restored folder starts only after {@link vn.vanthu.server.backup.Confirmation}: somebody tells which numbers were given
 * and which mails left after the copy was made, so that no number is given and no mail is sent twice.
 */
@NullMarked
package vn.vanthu.server.backup;

import org.jspecify.annotations.NullMarked;
