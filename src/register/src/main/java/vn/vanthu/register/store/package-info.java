/**
 * The register on a relational database: embedded H2, or MariaDB 10.6 and newer.
 *
 * <p>{@link vn.vanthu.register.store.RegisterDatabase} is the entrance. Guarantees:
 *
 * <ul>
 *   <li>A write is on disk when the call returns. Writes that wait at the same time share one transaction.
 *   <li>Log tables are insert-only: the account of the gateway has no right to change or delete a row, and each row
 *       carries a salted hash over its fields that was made before the insert.
 *   <li>A database that is down, frozen or full gives {@link vn.vanthu.register.RegisterUnavailableException} within
 *       seconds; nothing has to be restarted when it comes back.
 *   <li>Entities never leave this package.
 * </ul>
 */
@NullMarked
package vn.vanthu.register.store;

import org.jspecify.annotations.NullMarked;
