package dev.rwtui.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Ports of this computer that the lab's configuration forwards from.
 *
 * @param tensorBoard to direwolf's 6006
 * @param jupyter to direwolf's 8888
 * @param nobody to gpu08's 6006, where nothing listens
 * @param silent to gpu08's 7007
 * @param notes a sentence for each of direwolf's that is not the usual one
 */
record LocalPorts(int tensorBoard, int jupyter, int nobody, int silent, List<String> notes) {

    LocalPorts {
        notes = List.copyOf(notes);
    }

    /** Looks for ports that can be bound now; somebody may be quicker before they are. */
    static LocalPorts find(LabOptions.LocalPorts wanted) throws IOException {
        Search search = new Search(wanted);
        return new LocalPorts(search.noted(6006), search.noted(8888), search.at(6016), search.at(7007), search.notes);
    }

    /** Gives no port twice. */
    private static final class Search {

        private final LabOptions.LocalPorts wanted;
        private final Set<Integer> given = new HashSet<>();
        private final List<String> notes = new ArrayList<>();

        Search(LabOptions.LocalPorts wanted) {
            this.wanted = wanted;
        }

        /** With a note, where somebody would look for it at the usual port. */
        int noted(int usual) throws IOException {
            int port = at(usual);
            if (port != usual && wanted == LabOptions.LocalPorts.USUAL) {
                notes.add(
                        "Local port " + usual + " is taken on this computer: the demo uses " + port + " in its place.");
            }
            return port;
        }

        int at(int usual) throws IOException {
            return switch (wanted) {
                case USUAL -> near(usual);
                case ANY_FREE -> any();
            };
        }

        private int near(int usual) throws IOException {
            for (int port = usual; port < usual + 100; port++) {
                if (!given.contains(port) && isFree(port)) {
                    given.add(port);
                    return port;
                }
            }
            return any();
        }

        private int any() throws IOException {
            while (true) {
                try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                    if (given.add(socket.getLocalPort())) {
                        return socket.getLocalPort();
                    }
                }
            }
        }

        private static boolean isFree(int port) {
            return canBind("127.0.0.1", port) && (canBind("::1", port) || !canBind("::1", 0));
        }

        private static boolean canBind(String address, int port) {
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(address, port), 1);
                return true;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
