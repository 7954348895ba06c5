/** People whose passwords are in LDAP or Active Directory, through James's own LDAP repository. */
@NullMarked
package vn.vanthu.server.directory;

import org.jspecify.annotations.NullMarked;
