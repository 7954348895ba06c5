package vn.vanthu.server.command;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import vn.vanthu.server.Runtimes;

/** What a command of the shell answered. */
record Typed(int exitCode, String text) {

    static Typed in(String line) {
        Runtimes.logNothing(); // as the program does
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try (PrintStream both = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            int exitCode = Launcher.run(line.split(" "));
            return new Typed(exitCode, said.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
