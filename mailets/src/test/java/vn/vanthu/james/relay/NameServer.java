package vn.vanthu.james.relay;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** A name server on a real socket. A name without any record does not exist; one that begins with "broken" fails. */
final class NameServer implements AutoCloseable {

    private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
    private final List<Record> records;

    NameServer(Record... records) throws IOException {
        this.records = List.of(records);
        Thread thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
        while (!socket.isClosed()) {
            try {
                packet.setLength(4096);
                socket.receive(packet);
                byte[] answer = answer(new Message(Arrays.copyOf(packet.getData(), packet.getLength())))
                        .toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                // closed, or no DNS
            }
        }
    }

    private Message answer(Message query) {
        Record question = query.getQuestion();
        Name name = question.getName();
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.getHeader().setFlag(Flags.RA);
        answer.addRecord(question, Section.QUESTION);
        if (name.toString().startsWith("broken")) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
        } else if (records.stream().noneMatch(record -> record.getName().equals(name))) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        }
        records.stream()
                .filter(record -> record.getName().equals(name) && matches(record, question.getType()))
                .forEach(record -> answer.addRecord(record, Section.ANSWER));
        return answer;
    }

    private static boolean matches(Record record, int type) {
        return record.getType() == type || record.getType() == Type.CNAME;
    }

    @Override
    public void close() {
        socket.close();
    }
}
