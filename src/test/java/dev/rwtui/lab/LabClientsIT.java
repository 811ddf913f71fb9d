package dev.rwtui.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.jcraft.jsch.ChannelDirectTCPIP;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.SocketFactory;
import com.jcraft.jsch.UIKeyboardInteractive;
import com.jcraft.jsch.UserInfo;
import dev.rwtui.testing.LabExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The lab as a client in this process sees it: no ssh is needed. */
final class LabClientsIT {

    private static final int PATIENCE = 20_000;

    @RegisterExtension
    final LabExtension fixture = new LabExtension();

    private final List<Session> sessions = new ArrayList<>();
    private Lab lab;

    @BeforeEach
    void take() {
        lab = fixture.lab();
    }

    @AfterEach
    void disconnect() {
        sessions.forEach(Session::disconnect);
    }

    @Test
    void aNestedSessionReachesThePage() throws Exception {
        Stream page = Stream.open(direwolf(), 6006);

        page.send("GET / HTTP/1.0\r\n\r\n");

        assertThat(page.receiveAll()).contains("200 OK", "TensorBoard", "</html>");
    }

    @Test
    void fortyChannelsAtOnceAllEcho() throws Exception {
        Session direwolf = direwolf();
        List<Stream> streams = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            streams.add(Stream.open(direwolf, 7));
        }

        for (int i = 0; i < 40; i++) {
            streams.get(i).send("number " + i + ";");
        }

        for (int i = 0; i < 40; i++) {
            assertThat(streams.get(i).receive(("number " + i + ";").length())).isEqualTo("number " + i + ";");
        }
    }

    @Test
    void aRefusedChannelLeavesTheSessionUp() throws Exception {
        Session gpu08 = nested("gpu08");

        assertThatThrownBy(() -> Stream.open(gpu08, 6006)).isInstanceOf(JSchException.class);

        Stream silent = Stream.open(gpu08, 7007);
        silent.send("anybody there?");
        silent.out().close();
        assertThat(silent.receiveAll()).isEmpty();
    }

    @Test
    void aPasswordLetsIn() throws Exception {
        lab.gateway().allowPassword("guest", "s3cret");

        Session right = connect(gatewayWithout("guest", new Answers("s3cret")));

        assertThat(right.isConnected()).isTrue();
        assertThatThrownBy(() -> connect(gatewayWithout("guest", new Answers("wrong"))))
                .isInstanceOf(JSchException.class);
    }

    @Test
    void aDialogueAsksRoundByRound() throws Exception {
        lab.gateway()
                .allowDialogue(
                        "guest",
                        List.of(
                                new LabHost.Round("first", "Name of your dog: ", LabHost.Echo.ON, "Rex"),
                                new LabHost.Round("", "One-time code: ", LabHost.Echo.OFF, "123456")));
        Answers answers = new Answers("Rex", "123456");

        Session session = connect(gatewayWithout("guest", answers));

        assertThat(session.isConnected()).isTrue();
        assertThat(answers.asked).containsExactly("first Name of your dog:  echo=true", " One-time code:  echo=false");
    }

    @Test
    void aWrongAnswerEndsADialogue() {
        lab.gateway()
                .allowDialogue(
                        "guest",
                        List.of(
                                new LabHost.Round("", "A: ", LabHost.Echo.ON, "a"),
                                new LabHost.Round("", "B: ", LabHost.Echo.OFF, "b")));
        Answers answers = new Answers("a", "not b");

        assertThatThrownBy(() -> connect(gatewayWithout("guest", answers))).isInstanceOf(JSchException.class);
        assertThat(answers.asked).startsWith(" A:  echo=true", " B:  echo=false");
    }

    @Test
    void authenticationWaitsWhileItIsHeld() throws Exception {
        LabHost.Hold hold = lab.gateway().holdAuthentication();
        Session session = gateway();

        CompletableFuture<Session> connecting = CompletableFuture.supplyAsync(() -> connectUnchecked(session));

        assertThatThrownBy(() -> connecting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        hold.close();
        assertThat(connecting.get(10, TimeUnit.SECONDS).isConnected()).isTrue();
    }

    private Session direwolf() throws JSchException {
        return nested("direwolf");
    }

    private Session nested(String machine) throws JSchException {
        Session gateway = connect(gateway());
        Session session = withKey().getSession("anthonyhu", machine, 22);
        session.setProxy(new Hop(gateway));
        return connect(session);
    }

    private Session gateway() throws JSchException {
        return withKey().getSession("ah2029", "127.0.0.1", lab.gateway().port());
    }

    private Session gatewayWithout(String user, Answers answers) throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(lab.knownHostsFile().toString());
        Session session = jsch.getSession(user, "127.0.0.1", lab.gateway().port());
        session.setUserInfo(answers);
        session.setConfig("NumberOfPasswordPrompts", "1");
        return session;
    }

    private JSch withKey() throws JSchException {
        JSch jsch = new JSch();
        jsch.setKnownHosts(lab.knownHostsFile().toString());
        jsch.addIdentity(lab.keyFile().toString());
        return jsch;
    }

    private Session connect(Session session) throws JSchException {
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setDaemonThread(true);
        session.connect(PATIENCE);
        sessions.add(session);
        return session;
    }

    private Session connectUnchecked(Session session) {
        try {
            return connect(session);
        } catch (JSchException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection through a direct-tcpip channel. */
    private record Stream(InputStream in, OutputStream out) {

        static Stream open(Session session, int port) throws JSchException, IOException {
            ChannelDirectTCPIP channel = (ChannelDirectTCPIP) session.openChannel("direct-tcpip");
            channel.setHost("127.0.0.1");
            channel.setPort(port);
            InputStream in = channel.getInputStream();
            OutputStream out = channel.getOutputStream();
            channel.connect(PATIENCE);
            return new Stream(in, out);
        }

        void send(String text) throws IOException {
            out.write(text.getBytes(UTF_8));
            out.flush();
        }

        String receive(int length) throws IOException {
            return new String(in.readNBytes(length), UTF_8);
        }

        String receiveAll() throws IOException {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    /** Another session's channel in place of a socket. */
    private static final class Hop implements Proxy {

        private final Session gateway;
        private @Nullable Stream channel;

        Hop(Session gateway) {
            this.gateway = gateway;
        }

        @Override
        public void connect(SocketFactory sockets, String host, int port, int timeout) throws Exception {
            ChannelDirectTCPIP direct = (ChannelDirectTCPIP) gateway.openChannel("direct-tcpip");
            direct.setHost(host);
            direct.setPort(port);
            channel = new Stream(direct.getInputStream(), direct.getOutputStream());
            direct.connect(PATIENCE);
        }

        @Override
        public InputStream getInputStream() {
            return Objects.requireNonNull(channel).in();
        }

        @Override
        public OutputStream getOutputStream() {
            return Objects.requireNonNull(channel).out();
        }

        @Override
        public @Nullable Socket getSocket() {
            return null;
        }

        @Override
        public void close() {
            gateway.disconnect();
        }
    }

    /** Gives the answers one by one, and notes what was asked. */
    private static final class Answers implements UserInfo, UIKeyboardInteractive {

        private final List<String> left;
        private final List<String> asked = new ArrayList<>();

        Answers(String... answers) {
            left = new ArrayList<>(List.of(answers));
        }

        @Override
        public String[] promptKeyboardInteractive(
                String destination, String name, String instruction, String[] prompt, boolean[] echo) {
            asked.add(instruction + " " + prompt[0] + " echo=" + echo[0]);
            return new String[] {left.isEmpty() ? "" : left.remove(0)};
        }

        @Override
        public String getPassword() {
            return left.remove(0);
        }

        @Override
        public boolean promptPassword(String message) {
            return !left.isEmpty();
        }

        @Override
        public String getPassphrase() {
            throw new AssertionError("the key has no passphrase");
        }

        @Override
        public boolean promptPassphrase(String message) {
            throw new AssertionError(message);
        }

        @Override
        public boolean promptYesNo(String message) {
            throw new AssertionError(message);
        }

        @Override
        public void showMessage(String message) {
            throw new AssertionError(message);
        }
    }
}
