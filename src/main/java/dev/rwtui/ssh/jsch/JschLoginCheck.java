package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import dev.rwtui.base.Timers;
import dev.rwtui.ssh.LoginCheck;
import dev.rwtui.ssh.config.ResolvedHost;
import dev.rwtui.ssh.hostkey.Base64Key;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import dev.rwtui.ssh.model.Remark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at keys by the same means as {@link Keyring} uses them. */
public final class JschLoginCheck implements LoginCheck {

    private static final Duration AGENT_PATIENCE = Duration.ofSeconds(3);

    private final Timers timers;

    public JschLoginCheck(Timers timers) {
        this.timers = timers;
    }

    @Override
    public List<Remark> of(String about, ResolvedHost host, Optional<String> ownAgent) {
        Look look = new Look(about, host);
        look.agent(ownAgent);
        look.identities();
        look.certificates();
        return look.remarks;
    }

    /** One look at one host's login. */
    private final class Look {

        private final String about;
        private final ResolvedHost host;
        private final List<Remark> remarks = new ArrayList<>();

        /** Keys of the agent by their blobs in base64, with what it calls them. */
        private final Map<String, String> agent = new TreeMap<>();

        private final Map<String, String> files = new TreeMap<>();

        Look(String about, ResolvedHost host) {
            this.about = about;
            this.host = host;
        }

        void agent(Optional<String> own) {
            Optional<String> socket = host.login().agent(own);
            if (socket.isEmpty()) {
                remarks.add(
                        host.login().identityAgent().isDefault()
                                ? Remark.notable(
                                        about,
                                        "no ssh-agent: SSH_AUTH_SOCK is not set",
                                        "With one, a passphrase is typed once: start ssh-agent, then ssh-add.")
                                : Remark.good(
                                        about,
                                        "no ssh-agent is asked: IdentityAgent ("
                                                + host.login()
                                                        .identityAgent()
                                                        .origin()
                                                        .words() + ") names none"));
                return;
            }
            try {
                AgentClient client = new AgentClient(socket.get(), Optional::empty, this::watch);
                client.keys().forEach(key -> agent.put(key.base64(), key.comment()));
                remarks.add(holds(socket.get()));
            } catch (IOException e) {
                remarks.add(Remark.wrong(
                        about,
                        "ssh-agent at " + socket.get() + ": " + e.getMessage(),
                        "Start ssh-agent, or correct SSH_AUTH_SOCK or IdentityAgent ("
                                + host.login().identityAgent().origin().words() + ")."));
            }
        }

        private AutoCloseable watch(Runnable closer) {
            return timers.after(AGENT_PATIENCE, closer)::cancel;
        }

        private Remark holds(String socket) {
            String keys = agent.values().stream().map(Look::named).collect(Collectors.joining(", "));
            return agent.isEmpty()
                    ? Remark.notable(about, "ssh-agent at " + socket + " holds no key", "ssh-add gives it one.")
                    : Remark.good(about, "ssh-agent at " + socket + " holds " + keys);
        }

        private static String named(String comment) {
            return comment.isBlank() ? "a key without a name" : comment;
        }

        void identities() {
            boolean configured = !host.login().identityFiles().isDefault();
            for (String file : host.login().identityFiles().value()) {
                try {
                    Path path = Path.of(file);
                    if (Files.exists(path) || Files.exists(Path.of(file + ".pub"))) {
                        remarks.add(identity(file, path));
                    } else if (configured) {
                        remarks.add(missing("identity " + file));
                    }
                } catch (IOException | InvalidPathException e) {
                    remarks.add(Remark.wrong(
                            about, "identity " + file + ": " + Failures.words(e), "Make it readable, for you alone."));
                }
            }
            if (agent.isEmpty() && files.isEmpty()) {
                remarks.add(Remark.notable(
                        about,
                        "there is no key to log in with: only a password or a code can let you in",
                        "ssh-keygen makes a key, ssh-copy-id brings it to the server."));
            }
        }

        private Remark missing(String what) {
            return Remark.notable(
                    about,
                    what + ": no such file",
                    "Put it there, or take the line out of your configuration ("
                            + host.login().identityFiles().origin().words() + ").");
        }

        private Remark identity(String file, Path path) throws IOException {
            byte[] content = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
            try {
                return identity(file, path, content);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }

        private Remark identity(String file, Path path, byte[] content) {
            Optional<byte[]> blob = PublicPart.of(path, content);
            if (blob.isEmpty()) {
                return unclear(file, content);
            }
            String base64 = Base64.getEncoder().encodeToString(blob.get());
            String what = "identity " + file + ": " + Base64Key.type(blob.get());
            if (agent.containsKey(base64)) {
                files.put(base64, file);
                return Remark.good(about, what + ", held by the agent");
            }
            if (Base64Key.type(blob.get()).startsWith("sk-")) {
                return Remark.notable(
                        about,
                        what + " is a key of a security device, which rwtui uses through ssh-agent alone",
                        "ssh-add " + file);
            }
            return own(file, path, content, what, base64);
        }

        private Remark own(String file, Path path, byte[] content, String what, String base64) {
            Optional<String> fault = KeyFile.fault(path);
            if (fault.isPresent()) {
                return Remark.wrong(about, what + " is not used: its permissions are too open", "chmod 600 " + file);
            }
            try {
                KeyPair pair = KeyPair.load(new JSch(), content, null);
                boolean encrypted = pair.isEncrypted();
                pair.dispose();
                files.put(base64, file);
                return Remark.good(about, what + (encrypted ? ", its passphrase will be asked for" : ""));
            } catch (JSchException | RuntimeException e) {
                return Remark.wrong(
                        about,
                        what + " cannot sign: " + Failures.words(e),
                        "It is only a public key, or damaged: put the private key there, or into the agent.");
            }
        }

        /** Formats of old hide even the public key behind the passphrase. */
        private Remark unclear(String file, byte[] content) {
            try {
                KeyPair.load(new JSch(), content, null).dispose();
                files.put(file, file);
                return Remark.notable(
                        about,
                        "identity " + file + ": its passphrase is asked for even where the server does not know it",
                        "ssh-keygen -y -f " + file + " > " + file + ".pub spares you that.");
            } catch (JSchException | RuntimeException e) {
                return Remark.wrong(
                        about,
                        "identity " + file + " is no key: " + Failures.words(e),
                        "Put the private key there, or take the line out of your configuration.");
            }
        }

        void certificates() {
            List<String> named = host.login().certificateFiles().value();
            for (String file : named) {
                remarks.add(Files.exists(Path.of(file)) ? certificate(file) : missing("certificate " + file));
            }
            for (String identity : named.isEmpty() ? List.copyOf(files.values()) : List.<String>of()) {
                String file = identity + "-cert.pub";
                if (Files.exists(Path.of(file))) {
                    remarks.add(certificate(file));
                }
            }
        }

        private Remark certificate(String file) {
            Optional<KeyCertificate> found = PublicPart.inFile(file)
                    .flatMap(KeyCertificate::parse)
                    .filter(one -> one.bearer() == KeyCertificate.Bearer.USER);
            if (found.isEmpty()) {
                return Remark.wrong(about, "certificate " + file + " is none of a user's key", "");
            }
            KeyCertificate certificate = found.get();
            String what = "certificate " + file + ": \"" + certificate.details().id() + "\" for "
                    + String.join(", ", certificate.details().principals());
            String key = Base64.getEncoder().encodeToString(certificate.key());
            boolean sealed = files.containsValue(file.replace("-cert.pub", ""));
            if (!agent.containsKey(key) && !files.containsKey(key) && !sealed) {
                return Remark.wrong(
                        about, what + ": neither the agent nor an identity file has its key", "ssh-add its key.");
            }
            Instant now = timers.now();
            if (now.isBefore(certificate.details().from())) {
                return Remark.wrong(
                        about,
                        what + " is not valid before " + certificate.details().from(),
                        "Check this machine's clock.");
            }
            return now.isAfter(certificate.details().until())
                    ? Remark.wrong(
                            about,
                            what + " has expired at " + certificate.details().until(),
                            "Have it signed again by your authority.")
                    : Remark.good(about, what);
        }
    }
}
