package vn.vanthu.acceptance.harness;

/** A command that has ended: its exit code and all that it printed. */
public record Ended(int exitCode, String output) {}
