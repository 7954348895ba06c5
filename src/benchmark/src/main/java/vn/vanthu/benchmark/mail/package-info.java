/**
 * What our pipeline costs: the gateway, the same James without our mailets, and Postfix with a spam filter, side by side on
 * this machine, under the same load.
 *
 * <p>{@link vn.vanthu.benchmark.mail.MailBenchmark} starts each {@link vn.vanthu.benchmark.mail.Variant} in processes of
 * its own and measures them in turns (A B A B ...), since a machine drifts; {@link vn.vanthu.benchmark.mail.Experiment}
 * is one such row of turns. Mail comes from {@link vn.vanthu.benchmark.mail.LoadGenerator} and arrives either at
 * {@link vn.vanthu.benchmark.mail.SmtpSink} or in mailboxes that {@link vn.vanthu.benchmark.mail.Inboxes} watches. Nothing
 * leaves 127.0.0.1.
 */
@NullMarked
package vn.vanthu.benchmark.mail;

import org.jspecify.annotations.NullMarked;
