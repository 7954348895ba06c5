/**
 * The agency, its units, mailboxes and people, and who may do what: {@code organization.xml}.
 *
 * <p>{@link vn.vanthu.organization.OrganizationFile} reads the file and tells everything that is wrong with it at once;
 * {@link vn.vanthu.organization.LiveOrganization} follows its changes while the gateway runs. All values are immutable,
 * and all addresses in them are complete and in lower case. Questions take addresses in any case, and a bare name for one
 * in the agency's first domain. What depends on the day takes the day as an argument.
 */
@NullMarked
package vn.vanthu.organization;

import org.jspecify.annotations.NullMarked;
