/** The agency, its units, mailboxes and people: {@code organization.xml}. */
@NullMarked
package vn.vanthu.organization;

import org.jspecify.annotations.NullMarked;
