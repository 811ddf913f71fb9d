package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Channel;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.JSchSessionDisconnectException;
import com.jcraft.jsch.OpenSession;
import com.jcraft.jsch.Proxy;
import com.jcraft.jsch.SocketFactory;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.SshSession.Facts;
import dev.rwtui.ssh.config.Login;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From an open carrier to an authenticated session: version, key exchange, host key, authentication. Used once. */
final class Handshake implements OpenSession.Observer {

    private static final List<String> POSSIBLE = List.of(Login.PUBLIC_KEY, Login.KEYBOARD_INTERACTIVE, Login.PASSWORD);

    private final Hop hop;
    private final Wire wire;
    private final Attempt attempt;
    private final Guard guard;
    private final Surroundings around;
    private final Inlet inlet;
    private final Asking asking;
    private final HostKeyGate gate;
    private final Interview interview;

    private volatile String methods = "";
    private volatile @Nullable Exception failure;
    private volatile @Nullable JschSession result;
    private volatile boolean ended;
    private volatile boolean authenticating;

    Handshake(Hop hop, Wire wire, Attempt attempt, Guard guard, Surroundings around) {
        this.hop = hop;
        this.wire = wire;
        this.attempt = attempt;
        this.guard = guard;
        this.around = around;
        Lookout lookout = new Lookout(wire.input(), around.executor());
        this.inlet = new Inlet(lookout, around.timers());
        this.asking = new Asking(attempt, guard, lookout);
        this.gate = new HostKeyGate(hop, attempt, asking, wire.peer());
        this.interview = new Interview(hop, attempt, asking);
    }

    JschSession run() throws SshException {
        JSch jsch = new JSch();
        jsch.setInstanceLogger(new DebugLog());
        Keyring keyring =
                new Keyring(jsch, hop.host(), new Keyring.Surroundings(attempt, interview, around.timers(), guard));
        try {
            OpenSession session = session(jsch, keyring);
            attempt.reached(Step.KEY_EXCHANGE);
            session.connect(0);
            return established(session);
        } catch (JSchException e) {
            throw translate(e);
        } finally {
            keyring.clear();
        }
    }

    private OpenSession session(JSch jsch, Keyring keyring) throws JSchException, SshException {
        ResolvedHost host = hop.host();
        OpenSession session = new OpenSession(
                jsch, host.user().value(), hop.address().host(), hop.address().port(), this);
        session.setProxy(new Carried());
        session.setThreadFactory(around.readers());
        session.setDaemonThread(true);
        session.setHostKeyRepository(gate);
        keyring.bind(() -> AgentBinding.of(session, AgentBinding.Purpose.AUTHENTICATION));
        session.setIdentityRepository(keyring);
        session.setUserInfo(interview);
        Algorithms.configure(session, hop, gate.record(), attempt::note);
        host.hostKeys().alias().value().ifPresent(session::setHostKeyAlias);
        session.setConfig("PreferredAuthentications", String.join(",", methods(host.login())));
        return session;
    }

    /** Without a person there is nothing but keys: what a person has typed once is not sent again. */
    private List<String> methods(Login login) {
        List<String> wanted = login.methods().value();
        List<String> foreign =
                wanted.stream().filter(method -> !POSSIBLE.contains(method)).toList();
        if (!foreign.isEmpty()) {
            attempt.note("rwtui cannot log in by " + String.join(", ", foreign));
        }
        return wanted.stream()
                .filter(POSSIBLE::contains)
                .filter(method -> interview.isAllowed() || method.equals(Login.PUBLIC_KEY))
                .toList();
    }

    private JschSession established(OpenSession session) {
        Facts facts = new Facts(
                session.getServerVersion(),
                session.getKexAlgorithm(),
                session.getCipherAlgorithmS2C(),
                gate.type(),
                gate.fingerprint());
        JschSession established = new JschSession(
                new JschSession.Parts(hop.alias(), session, wire, inlet, facts),
                around,
                new Pulse.Patience(
                        hop.host().transport().aliveInterval().value(),
                        hop.host().transport().aliveCountMax().value()));
        result = established;
        if (ended) {
            established.lost(cause());
        } else {
            established.start();
        }
        return established;
    }

    @Override
    public void failed(Exception cause) {
        failure = cause;
        JschSession session = result;
        if (session != null) {
            session.lost(
                    cause()); // Before JSch ends the channels: their readers must not take that for an orderly end.
        }
    }

    @Override
    public void answered() {
        JschSession session = result;
        if (session != null) {
            session.answered();
        }
    }

    @Override
    public void shown(byte[] blob) {
        if (!authenticating) {
            gate.shown(blob);
        }
    }

    @Override
    public boolean admitsAgent() {
        JschSession session = result;
        return session != null && session.admitsAgent();
    }

    @Override
    public void agentOpened(Channel channel) {
        JschSession session = result;
        if (session != null) {
            session.agentOpened(channel);
        }
    }

    @Override
    public void ready() {
        authenticating = true;
        attempt.reached(Step.AUTHENTICATING);
    }

    @Override
    public void refused(String canContinue) {
        methods = canContinue;
        interview.refused();
    }

    @Override
    public void ended() {
        ended = true;
        JschSession session = result;
        if (session != null) {
            session.lost(cause());
        }
    }

    private @Nullable Exception cause() {
        Exception carrier = inlet.failure();
        return carrier != null ? carrier : failure;
    }

    private SshException translate(JSchException e) {
        Optional<Kind> tripped = guard.tripped();
        if (tripped.isPresent()) {
            return Failures.tripped(hop, guard);
        }
        if (asking.isInVain()) {
            return SshException.of(
                    Kind.ANSWER_NEEDED,
                    hop.alias(),
                    "the connection ended before there was an answer: " + Failures.words(cause(), wire),
                    "Connect again, and answer before the server loses patience (its LoginGraceTime).");
        }
        if (gate.refusal().isPresent()) {
            return gate.refusal().get();
        }
        if (authenticating) {
            return authentication(e);
        }
        if (inlet.greeting().turnedAway().isPresent() || (carrierFailed(e) && !spokeOtherwise())) {
            return Failures.unreachable(hop, wire, inlet, cause());
        }
        if (e instanceof JSchAlgoNegoFailException nothing) {
            return Failures.nothingInCommon(hop, nothing);
        }
        String why = spokeOtherwise() ? "what answers there does not speak SSH" : Failures.words(e, wire);
        return new SshException(
                new dev.rwtui.ssh.model.Failure(
                        Kind.PROTOCOL, hop.alias(), why, "Check HostName and Port, and what the server offers."),
                e);
    }

    /** In reading, or in writing before anything was read. */
    private boolean carrierFailed(JSchException e) {
        return inlet.isBroken() || e.getCause() instanceof IOException;
    }

    /** It said something that was not an SSH greeting. */
    private boolean spokeOtherwise() {
        return inlet.received() > 0 && !inlet.greeting().hasCome();
    }

    private SshException authentication(JSchException e) {
        if (e instanceof JSchSessionDisconnectException) {
            return SshException.of(
                    Kind.AUTHENTICATION_REFUSED,
                    hop.alias(),
                    Failures.words(e, wire),
                    "IdentitiesOnly yes with the right IdentityFile keeps other keys from being offered");
        }
        if (carrierFailed(e)) {
            return SshException.of(Kind.UNREACHABLE, hop.alias(), Failures.words(cause(), wire), "");
        }
        String denied = "Permission denied (" + methods + ")";
        Optional<String> asked = interview.unanswered().or(this::wouldHaveAsked);
        if (asked.isPresent()) {
            return SshException.of(
                    Kind.ANSWER_NEEDED,
                    hop.alias(),
                    denied + "; asked for: " + asked.get(),
                    "Press Enter on the host to answer, or give the key to ssh-agent.");
        }
        return SshException.of(
                Kind.AUTHENTICATION_REFUSED,
                hop.alias(),
                denied,
                "Check User and IdentityFile, and that the server knows the key.");
    }

    private Optional<String> wouldHaveAsked() {
        if (interview.isAllowed()) {
            return Optional.empty();
        }
        List<String> offered = List.of(methods.split(","));
        return offered.contains("password") || offered.contains("keyboard-interactive")
                ? Optional.of("password or code for " + hop.host().user().value() + "@"
                        + hop.address().host())
                : Optional.empty();
    }

    /** Hands JSch the streams that are open already. */
    private final class Carried implements Proxy {
        @Override
        public void connect(@Nullable SocketFactory factory, String host, int port, int timeout) {}

        @Override
        public InputStream getInputStream() {
            return inlet;
        }

        @Override
        public OutputStream getOutputStream() {
            return wire.output();
        }

        @Override
        public @Nullable Socket getSocket() {
            return null;
        }

        @Override
        public void close() {
            wire.close().run();
        }
    }
}
