/**
 * Backup and restore of everything that the gateway keeps.
 *
 * <p>A backup is a folder {@code vanthu-YYYYMMDD-HHMMSS}: the databases, the queue, every other file of the data folder and
 * the configuration, with a {@link vn.vanthu.server.backup.Manifest} of hashes. Files of the archive never change, so they stand
 * once beside all backups, in {@code archive/}. It is written under another name and gets its own when it is whole.
 *
 * <p>While the gateway runs the parts are copied in an order that loses nothing: first the queue, then James's store, then
 * the register, then files. What was delivered between two copies is in the queue's copy still, and the later copies know
 * that it was delivered; a file that the register's copy names was written before its row.
 *
 * <p>A restored folder starts only after {@link vn.vanthu.server.backup.Confirmation}: somebody tells which numbers were given
 * and which mails left after the copy was made, so that no number is given and no mail is sent twice.
 */
@NullMarked
package vn.vanthu.server.backup;

import org.jspecify.annotations.NullMarked;
