package vn.vanthu.documents;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vanthu.document.Line;
import vn.vanthu.document.Page;
import vn.vanthu.document.ReadPart;

/** What a worker is asked and what it answers, on its standard input and output. */
final class Wire {

    /** What is asked: a file, and what is left of the mail's limits. */
    record Request(FoundFile file, Limits limits, long bytesLeft, int filesLeft, long millisLeft) {}

    /** What is answered. */
    record Answer(List<ReadPart> parts, long bytesLeft, int filesLeft) {}

    private static final int MOST_TEXT = 64 << 20;

    private Wire() {}

    static void write(DataOutputStream out, Request request) throws IOException {
        FoundFile file = request.file();
        for (String text : List.of(
                file.path(),
                file.fileName(),
                file.declaredType(),
                file.content().toString(),
                file.sha256())) {
            text(out, text);
        }
        out.writeBoolean(file.body());
        out.writeBoolean(file.signed());
        out.writeInt(file.depth());
        limits(out, request.limits());
        out.writeLong(request.bytesLeft());
        out.writeInt(request.filesLeft());
        out.writeLong(request.millisLeft());
        out.flush();
    }

    static Request request(DataInputStream in) throws IOException {
        String path = text(in);
        String fileName = text(in);
        String declaredType = text(in);
        Path content = Path.of(text(in));
        String sha256 = text(in);
        FoundFile file = new FoundFile(
                path, fileName, declaredType, in.readBoolean(), in.readBoolean(), in.readInt(), content, sha256);
        return new Request(file, limits(in), in.readLong(), in.readInt(), in.readLong());
    }

    private static void limits(DataOutputStream out, Limits limits) throws IOException {
        out.writeInt(limits.depth());
        out.writeInt(limits.files());
        out.writeLong(limits.bytes());
        out.writeLong(limits.fileBytes());
        out.writeLong(limits.time().toMillis());
        out.writeInt(limits.scannedPages());
    }

    private static Limits limits(DataInputStream in) throws IOException {
        return new Limits(
                in.readInt(),
                in.readInt(),
                in.readLong(),
                in.readLong(),
                Duration.ofMillis(in.readLong()),
                in.readInt());
    }

    static void write(DataOutputStream out, Answer answer) throws IOException {
        out.writeInt(answer.parts().size());
        for (ReadPart part : answer.parts()) {
            write(out, part);
        }
        out.writeLong(answer.bytesLeft());
        out.writeInt(answer.filesLeft());
        out.flush();
    }

    static Answer answer(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<ReadPart> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(part(in));
        }
        return new Answer(parts, in.readLong(), in.readInt());
    }

    private static void write(DataOutputStream out, ReadPart part) throws IOException {
        for (String text : List.of(
                part.path(), part.fileName(), part.mediaType(), part.origin().name(), part.unread(), part.sha256())) {
            text(out, text);
        }
        out.writeBoolean(part.body());
        out.writeBoolean(part.digitallySigned());
        out.writeInt(part.pageCount());
        out.writeInt(part.pages().size());
        for (Page page : part.pages()) {
            out.writeInt(page.lines().size());
            for (Line line : page.lines()) {
                write(out, line);
            }
        }
    }

    private static ReadPart part(DataInputStream in) throws IOException {
        String path = text(in);
        String fileName = text(in);
        String mediaType = text(in);
        ReadPart.Origin origin = ReadPart.Origin.valueOf(text(in));
        String unread = text(in);
        String sha256 = text(in);
        boolean body = in.readBoolean();
        boolean signed = in.readBoolean();
        int pageCount = in.readInt();
        List<Page> pages = new ArrayList<>();
        for (int count = in.readInt(); count > 0; count--) {
            List<Line> lines = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                lines.add(line(in));
            }
            pages.add(new Page(lines));
        }
        return new ReadPart(path, fileName, mediaType, origin, unread, body, signed, pageCount, sha256, pages);
    }

    private static void write(DataOutputStream out, Line line) throws IOException {
        text(out, line.text());
        out.writeDouble(line.left());
        out.writeDouble(line.top());
        out.writeDouble(line.right());
        out.writeDouble(line.size());
        out.writeBoolean(line.bold());
    }

    private static Line line(DataInputStream in) throws IOException {
        return new Line(text(in), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readBoolean());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_TEXT) {
            throw new IOException("not an answer of a worker");
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }
}
