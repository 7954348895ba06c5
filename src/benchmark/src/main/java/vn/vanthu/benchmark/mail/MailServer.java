package vn.vanthu.benchmark.mail;

import java.io.IOException;
import java.time.Duration;

/** What mail is sent through: programs of their own, started and stopped by the benchmark. */
interface MailServer extends AutoCloseable {

    /** From the start of the first program to the moment when every listener answers. */
    Duration startTime();

    /** Where it listens in place of a standard port. */
    int port(int standardPort);

    /** A connection over which a person of the office may send to the outside. */
    SmtpConnection toSubmission(String login) throws IOException;

    /** What its CPU time and memory are counted of. */
    ProcessTree processes();

    @Override
    void close() throws InterruptedException;
}
