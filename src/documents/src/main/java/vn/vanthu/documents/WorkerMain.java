package vn.vanthu.documents;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.vanthu.text.VietnameseText;

/** A worker: reads the files that it is given on standard input, until that ends. */
public final class WorkerMain {

    private WorkerMain() {}

    public static void main(String[] arguments) throws IOException {
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // what a library prints must not stand among the answers
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
        FileContents contents = new FileContents(VietnameseText.load(), Path.of(System.getProperty("java.io.tmpdir")));
        while (true) {
            Wire.Request request;
            try {
                request = Wire.request(in);
            } catch (EOFException e) {
                return;
            }
            Budget budget =
                    Budget.left(request.limits(), request.bytesLeft(), request.filesLeft(), request.millisLeft());
            Wire.write(
                    out,
                    new Wire.Answer(contents.read(request.file(), budget), budget.bytesLeft(), budget.filesLeft()));
        }
    }
}
