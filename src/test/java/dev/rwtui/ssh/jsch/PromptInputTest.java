package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
final class PromptInputTest {

    private ServerSocket listener;
    private Socket here;
    private Socket there;

    @BeforeEach
    void connect() throws IOException {
        listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        here = new Socket(listener.getInetAddress(), listener.getLocalPort());
        there = listener.accept();
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
        here.close();
        there.close();
    }

    @Test
    void littleAndMuchComeAsTheyWereSent() throws Exception {
        byte[] sent = new byte[300_000];
        new Random(7).nextBytes(sent);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> send(sent));

        PromptInput input = new PromptInput(here);

        assertThat((byte) input.read()).isEqualTo(sent[0]);
        assertThat(input.readAllBytes()).isEqualTo(java.util.Arrays.copyOfRange(sent, 1, sent.length));
        assertThat(input.read()).isEqualTo(-1);
        sending.get(5, TimeUnit.SECONDS);
    }

    private void send(byte[] bytes) {
        try {
            there.getOutputStream().write(bytes, 0, 10);
            there.getOutputStream().write(bytes, 10, bytes.length - 10);
            there.shutdownOutput();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedSocketIsAFault() throws Exception {
        PromptInput input = new PromptInput(here);
        here.close();

        assertThatThrownBy(input::read).isInstanceOf(IOException.class);
    }
}
