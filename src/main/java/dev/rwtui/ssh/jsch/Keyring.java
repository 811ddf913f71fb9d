package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Identity;
import com.jcraft.jsch.IdentityRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import dev.rwtui.base.Timers;
import dev.rwtui.base.Timers.Scheduled;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Vector;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that one handshake offers, in the order of {@code ssh}: certificates that the configuration names, identity files
 * that the agent holds, the agent's other keys (not with {@code IdentitiesOnly}), the other identity files. Where no
 * certificate is named, those that lie beside identity files follow these.
 */
final class Keyring implements IdentityRepository {

    private static final Duration AGENT_PATIENCE = Duration.ofSeconds(3);

    /** A touch on a security key, or a confirmation, takes a person a while. */
    private static final Duration SIGNING_PATIENCE = Duration.ofSeconds(60);

    private final JSch jsch;
    private final ResolvedHost host;
    private final Attempt attempt;
    private final Interview interview;
    private final Timers timers;
    private final Guard guard;
    private Supplier<Optional<byte[]>> binding = Optional::empty;
    private @Nullable Vector<Identity> keys;

    /** What a handshake gives its keyring. */
    record Surroundings(Attempt attempt, Interview interview, Timers timers, Guard guard) {}

    Keyring(JSch jsch, ResolvedHost host, Surroundings around) {
        this.jsch = jsch;
        this.host = host;
        this.attempt = around.attempt();
        this.interview = around.interview();
        this.timers = around.timers();
        this.guard = around.guard();
    }

    /** What the agent is told of the session before it is asked for anything. */
    void bind(Supplier<Optional<byte[]>> sessions) {
        binding = sessions;
    }

    @Override
    @SuppressWarnings("JdkObsolete") // JSch's own signature
    public Vector<Identity> getIdentities() {
        if (keys == null) {
            keys = new Vector<>(inOrder());
        }
        return new Vector<>(keys);
    }

    private List<Identity> inOrder() {
        Map<String, Identity> agent = agent();
        Map<String, Identity> keys = files();
        Map<String, Identity> named = new LinkedHashMap<>();
        Map<String, Identity> files = new LinkedHashMap<>();
        for (String file : host.login().certificateFiles().value()) {
            certificate(file, agent, keys).ifPresent(found -> named.putIfAbsent(base64(found), found));
        }
        keys.forEach((blob, key) -> {
            files.put(blob, key);
            if (host.login().certificateFiles().value().isEmpty()) {
                certificate(key.getName() + "-cert.pub", agent, keys)
                        .ifPresent(found -> files.putIfAbsent(base64(found), found));
            }
        });
        List<Identity> ordered = new ArrayList<>(named.values());
        files.keySet().stream().filter(agent::containsKey).map(agent::get).forEach(ordered::add);
        if (!host.login().identitiesOnly().value()) {
            agent.forEach((blob, key) -> addUnless(files.containsKey(blob) || named.containsKey(blob), ordered, key));
        }
        files.forEach((blob, key) -> addUnless(agent.containsKey(blob) || needsAgent(key), ordered, key));
        keys.values().stream().filter(key -> !ordered.contains(key)).forEach(Identity::clear);
        return ordered;
    }

    private static void addUnless(boolean there, List<Identity> ordered, Identity key) {
        if (!there) {
            ordered.add(key);
        }
    }

    private boolean needsAgent(Identity key) {
        boolean needs = key.getAlgName().startsWith("sk-");
        if (needs) {
            attempt.note(key.getName() + ": a key of a security device is used through ssh-agent alone: ssh-add it");
        }
        return needs;
    }

    private static String base64(Identity key) {
        return Base64.getEncoder().encodeToString(key.getPublicKeyBlob());
    }

    private Map<String, Identity> files() {
        Map<String, Identity> found = new LinkedHashMap<>();
        for (String file : host.login().identityFiles().value()) {
            load(file).ifPresent(key -> found.putIfAbsent(base64(key), key));
        }
        return found;
    }

    /** With the key that it certifies, which the agent or a file must have; a file that is missing says nothing. */
    private Optional<Identity> certificate(String file, Map<String, Identity> agent, Map<String, Identity> keys) {
        Optional<KeyCertificate> certificate = PublicPart.inFile(file)
                .flatMap(KeyCertificate::parse)
                .filter(found -> found.bearer() == KeyCertificate.Bearer.USER);
        if (certificate.isEmpty()) {
            return Optional.empty();
        }
        String key = Base64.getEncoder().encodeToString(certificate.get().key());
        Optional<Identity> signer = Optional.ofNullable(agent.get(key)).or(() -> Optional.ofNullable(keys.get(key)));
        if (signer.isEmpty()) {
            attempt.note(file + ": neither ssh-agent nor an identity file has the key of this certificate");
        }
        return signer.map(found -> new CertifiedIdentity(certificate.get(), file, found));
    }

    private Optional<Identity> load(String file) {
        try {
            Path path = Path.of(file);
            byte[] content = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
            Optional<byte[]> publicKey = PublicPart.of(path, content);
            if (publicKey.isEmpty() && content.length > 0) {
                publicKey = fromPrivate(file, content);
            }
            return publicKey.map(blob -> new FileIdentity(jsch, file, content, blob, interview));
        } catch (AccessDeniedException e) {
            attempt.note(file + ": permission denied");
            return Optional.empty();
        } catch (IOException | JSchException | RuntimeException e) {
            attempt.note(file + ": " + Failures.words(e)); // JSch meets malformed keys with exceptions of many kinds.
            return Optional.empty();
        }
    }

    /** An old format without its {@code .pub}: the passphrase is needed even to know the public key. */
    private Optional<byte[]> fromPrivate(String file, byte[] content) throws JSchException {
        KeyPair pair = KeyPair.load(jsch, content.clone(), null);
        try {
            return FileIdentity.unlock(pair, file, interview)
                    ? Optional.ofNullable(pair.getPublicKeyBlob())
                    : Optional.empty();
        } finally {
            pair.dispose();
        }
    }

    private Map<String, Identity> agent() {
        Map<String, Identity> found = new LinkedHashMap<>();
        Optional<String> socket = host.login().agent(attempt.agentSocket());
        if (socket.isEmpty()) {
            return found;
        }
        try {
            AgentClient signer = new AgentClient(socket.get(), binding, closer -> watch(closer, SIGNING_PATIENCE));
            AgentClient lister = new AgentClient(socket.get(), binding, closer -> watch(closer, AGENT_PATIENCE));
            for (AgentClient.Key key : lister.keys()) {
                found.put(key.base64(), new AgentIdentity(signer, key, attempt));
            }
        } catch (IOException e) {
            attempt.note("ssh-agent at " + socket.get() + ": " + e.getMessage());
        }
        return found;
    }

    private AutoCloseable watch(Runnable closer, Duration patience) {
        Duration left = guard.remaining();
        guard.closes(closer);
        Scheduled timer = timers.after(left.compareTo(patience) < 0 ? left : patience, closer);
        return timer::cancel;
    }

    @Override
    public String getName() {
        return "rwtui";
    }

    @Override
    public int getStatus() {
        return RUNNING;
    }

    @Override
    public boolean add(byte[] identity) {
        return false;
    }

    @Override
    public boolean remove(byte[] blob) {
        return false;
    }

    @Override
    public void removeAll() {}

    /** Wipes what was read from files. */
    void clear() {
        if (keys != null) {
            keys.forEach(Identity::clear);
        }
    }
}
