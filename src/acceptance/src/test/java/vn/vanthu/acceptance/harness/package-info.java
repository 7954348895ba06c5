/**
 * What the scenarios are told with: the gateway as a process of its own, the people who use it, the servers outside, and
 * the register as auditors read it. Nothing here reaches into the gateway: all goes over sockets, files and signals.
 */
@NullMarked
package vn.vanthu.acceptance.harness;

import org.jspecify.annotations.NullMarked;
