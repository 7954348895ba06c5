package vn.vanthu.james.spam;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;

/** A real DNS server on a port of this machine: knows some names, and answers nothing for a zone that is silent. */
final class LocalNameServer implements AutoCloseable {

    private final DatagramSocket socket;
    private final Map<String, String> addresses = new ConcurrentHashMap<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final Set<String> silent = ConcurrentHashMap.newKeySet();
    private final Set<String> everything = ConcurrentHashMap.newKeySet();

    LocalNameServer() throws IOException {
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "name server");
        thread.setDaemon(true);
        thread.start();
    }

    void knows(String name, String address) {
        addresses.put(name + ".", address);
    }

    void isSilentAbout(String zone) {
        silent.add(zone + ".");
    }

    void hasEverythingIn(String zone) {
        everything.add(zone + ".");
    }

    int questions() {
        return questions.get();
    }

    NameServers asked() throws IOException {
        return new DnsNameServers(resolver());
    }

    Resolver resolver() throws IOException {
        SimpleResolver resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
        resolver.setPort(socket.getLocalPort());
        return resolver;
    }

    private void serve() {
        byte[] buffer = new byte[4096];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                answer(packet.getData(), packet.getLength(), packet.getSocketAddress());
            } catch (IOException e) {
                // closed, or not a question
            }
        }
    }

    private void answer(byte[] data, int length, SocketAddress to) throws IOException {
        Message question = new Message(java.util.Arrays.copyOf(data, length));
        Record asked = question.getQuestion();
        String name = asked.getName().toString();
        questions.incrementAndGet();
        if (silent.stream().anyMatch(name::endsWith)) {
            return;
        }
        Message answer = new Message(question.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(asked, Section.QUESTION);
        String address = everything.stream().anyMatch(name::endsWith) ? "127.0.0.2" : addresses.get(name);
        if (address == null) {
            answer.getHeader().setRcode(Rcode.NXDOMAIN);
        } else {
            answer.addRecord(
                    new ARecord(new Name(name), DClass.IN, 60, InetAddress.getByName(address)), Section.ANSWER);
        }
        byte[] bytes = answer.toWire();
        socket.send(new DatagramPacket(bytes, bytes.length, to));
    }

    @Override
    public void close() {
        socket.close();
    }
}
