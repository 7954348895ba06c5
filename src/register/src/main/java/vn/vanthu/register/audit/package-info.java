/**
 * What auditors ask of the register, and how the answers look.
 *
 * <p>{@link vn.vanthu.register.audit.AuditDatabase} reads row by row, newest first; it changes nothing.
 * A {@link vn.vanthu.register.audit.ReportWriter} gives the rows their form: a table for people, CSV for Excel, one JSON
 * object a line for programs.
 */
@NullMarked
package vn.vanthu.register.audit;

import org.jspecify.annotations.NullMarked;
