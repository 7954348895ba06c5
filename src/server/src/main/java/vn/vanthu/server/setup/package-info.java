/**
 * What a gateway is started from, and what the commands find of it: its configuration, its data folder, its keys, the
 * running one's WebAdmin.
 */
@NullMarked
package vn.vanthu.server.setup;

import org.jspecify.annotations.NullMarked;
