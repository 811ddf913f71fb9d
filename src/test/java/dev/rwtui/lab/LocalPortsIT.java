package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LocalPortsIT {

    @Test
    void aTakenPortIsReplacedAndSaidSo() throws IOException {
        Optional<ServerSocket> mine = occupy(6006);
        try {
            LocalPorts ports = LocalPorts.find(LabOptions.LocalPorts.USUAL);

            assertThat(ports.tensorBoard()).isNotEqualTo(6006);
            assertThat(ports.notes())
                    .contains("Local port 6006 is taken on this computer: the demo uses " + ports.tensorBoard()
                            + " in its place.");
        } finally {
            close(mine);
        }
    }

    @Test
    void noPortIsGivenTwice() throws IOException {
        LocalPorts ports = LocalPorts.find(LabOptions.LocalPorts.ANY_FREE);

        assertThat(List.of(ports.tensorBoard(), ports.jupyter(), ports.nobody(), ports.silent()))
                .doesNotHaveDuplicates();
        assertThat(ports.notes()).isEmpty();
    }

    /** Empty where somebody else has it: as good for the test. */
    private static Optional<ServerSocket> occupy(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return Optional.of(socket);
        } catch (IOException e) {
            socket.close();
            return Optional.empty();
        }
    }

    private static void close(Optional<ServerSocket> socket) throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
        }
    }
}
