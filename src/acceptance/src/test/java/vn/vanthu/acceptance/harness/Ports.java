package vn.vanthu.acceptance.harness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** The ports of one gateway: the standard ones, moved by an offset at which all of them are free. */
public record Ports(int offset) {

    private static final int[] STANDARD = {25, 465, 587, 143, 993, 8000};

    /** Below the range from which the system takes the ports of outgoing connections. */
    private static final int LOWEST = 10_000;

    private static final int HIGHEST = 24_000;

    public static Ports free() {
        return ThreadLocalRandom.current()
                .ints(LOWEST, HIGHEST)
                .mapToObj(Ports::new)
                .filter(Ports::areFree)
                .findFirst()
                .orElseThrow();
    }

    private boolean areFree() {
        return all().allMatch(Ports::isFree);
    }

    /** Every port on which the gateway listens. */
    public IntStream all() {
        return IntStream.of(STANDARD).map(this::at);
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }

    /** Where the listener with this standard port is. */
    public int at(int standard) {
        return standard + offset;
    }
}
