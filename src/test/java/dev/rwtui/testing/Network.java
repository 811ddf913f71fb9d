package dev.rwtui.testing;

import java.io.IOException;
import java.util.List;

/**
 * A network namespace of a test's own and a cable that leads there. While the cable's end here is down nothing for that
 * network leaves this machine by another way.
 */
public final class Network implements AutoCloseable {

    private static final long NUMBER = ProcessHandle.current().pid();

    private final String name = "rwtui" + NUMBER;
    private final String here = "rwa" + NUMBER;
    private final String there = "rwb" + NUMBER;

    /** Of 198.18.0.0/15, which is nobody's: RFC 2544. */
    private final String prefix = "198.18." + NUMBER / 64 % 256 + ".";

    private final int first = (int) (NUMBER % 64) * 4;

    private Network() {}

    /** Skips the test, or fails it in CI, where this process may not make one. */
    public static Network create() throws IOException {
        Privilege.need();
        Network network = new Network();
        try {
            network.lay();
            return network;
        } catch (IOException | AssertionError e) {
            network.close();
            throw e;
        }
    }

    private void lay() throws IOException {
        ip("netns", "add", name);
        ip("link", "add", here, "type", "veth", "peer", "name", there, "netns", name);
        ip("route", "add", "unreachable", prefix + first + "/30", "metric", "4000");
        ip("addr", "add", address(1) + "/30", "dev", here);
        ip("-n", name, "addr", "add", address(2) + "/30", "dev", there);
        ip("-n", name, "link", "set", "lo", "up");
        ip("-n", name, "link", "set", there, "up");
        up();
    }

    private String address(int host) {
        return prefix + (first + host);
    }

    /** The far end of the cable. */
    public SshdLab.Place place() {
        return new SshdLab.Place(address(2), List.of("ip", "netns", "exec", name));
    }

    public void down() throws IOException {
        ip("link", "set", here, "down");
    }

    public void up() throws IOException {
        ip("link", "set", here, "up");
    }

    /** Removes what was made of it, the cable with the namespace. */
    @Override
    public void close() {
        for (List<String> each : List.of(
                List.of("link", "del", here),
                List.of("route", "del", "unreachable", prefix + first + "/30", "metric", "4000"),
                List.of("netns", "del", name))) {
            try {
                ip(each.toArray(String[]::new));
            } catch (IOException | AssertionError e) {
                System.err.println("not removed: " + e.getMessage());
            }
        }
    }

    private static void ip(String... words) throws IOException {
        String[] command = new String[words.length + 1];
        command[0] = "ip";
        System.arraycopy(words, 0, command, 1, words.length);
        SshdLab.run(command);
    }
}
