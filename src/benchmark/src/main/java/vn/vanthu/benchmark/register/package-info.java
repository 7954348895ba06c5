/**
 * What the register can do: {@link vn.vanthu.benchmark.register.RegisterBenchmark} writes mails and numbers with many
 * writers at once, verifies what was written, and asks auditors' questions of registers of many mails, on the embedded
 * database and on a MariaDB that the build brings.
 */
@NullMarked
package vn.vanthu.benchmark.register;

import org.jspecify.annotations.NullMarked;
