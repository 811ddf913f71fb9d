package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.UserInfo;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.hostkey.Base64Key;
import dev.rwtui.ssh.hostkey.HostKeyName;
import dev.rwtui.ssh.hostkey.HostKeyPolicy;
import dev.rwtui.ssh.hostkey.KnownHosts;
import dev.rwtui.ssh.hostkey.KnownHostsFiles;
import dev.rwtui.ssh.hostkey.KnownHostsLine;
import dev.rwtui.ssh.hostkey.Verdict;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one server's host key during one handshake. JSch asks it by {@link #check}; all else it would do is refused. */
final class HostKeyGate implements HostKeyRepository {

    private final Hop hop;
    private final Attempt attempt;
    private final Asking asking;
    private final HostKeyName name;
    private final KnownHostsFiles files;
    private final KnownHosts known;
    private @Nullable SshException refusal;
    private String type = "";
    private String fingerprint = "";

    HostKeyGate(Hop hop, Attempt attempt, Asking asking) {
        this.hop = hop;
        this.attempt = attempt;
        this.asking = asking;
        this.name = HostKeyName.of(hop.address(), hop.host().hostKeys().alias().value());
        this.files = KnownHostsFiles.of(hop.host());
        this.known = files.read();
    }

    /** Types that are on record for this host. */
    List<String> knownTypes() {
        return known.types(name);
    }

    Optional<SshException> refusal() {
        return Optional.ofNullable(refusal);
    }

    String type() {
        return type;
    }

    String fingerprint() {
        return fingerprint;
    }

    @Override
    public int check(String host, byte[] key) {
        attempt.reached(Step.HOST_KEY);
        type = Base64Key.type(key);
        fingerprint = Base64Key.fingerprint(key);
        String base64 = Base64.getEncoder().encodeToString(key);
        Verdict verdict = known.check(name, base64);
        refusal = decide(verdict, base64);
        if (refusal != null) {
            return refusal.failure().kind() == Kind.HOST_KEY_UNKNOWN ? NOT_INCLUDED : CHANGED;
        }
        attempt.reached(Step.AUTHENTICATING);
        return OK;
    }

    private @Nullable SshException decide(Verdict verdict, String key) {
        boolean asks = attempt.prompting() == Prompting.ALLOWED
                && !hop.host().login().batchMode().value();
        HostKeyPolicy policy = HostKeyPolicy.decide(
                verdict,
                hop.host().hostKeys().checking().value(),
                asks ? HostKeyPolicy.Person.THERE : HostKeyPolicy.Person.ABSENT);
        return switch (policy) {
            case ACCEPT -> null;
            case ASK -> ask(key);
            case ACCEPT_AND_RECORD -> {
                record(key);
                yield null;
            }
            case REFUSE_UNKNOWN -> unknown("Connect once with rwtui on the screen, or with ssh, to see and accept it.");
            case REFUSE_CHANGED -> changed(((Verdict.Changed) verdict).line());
            case REFUSE_REVOKED -> revoked(((Verdict.Revoked) verdict).line());
        };
    }

    private @Nullable SshException ask(String key) {
        Question.UnknownHostKey question =
                new Question.UnknownHostKey(name.recorded(), type, fingerprint, files.placeFor(name));
        try (Answer answer = asking.ask(question)) {
            if (answer instanceof Answer.Yes) {
                record(key);
                return null;
            }
            return unknown(
                    "Accept the key once you have compared its fingerprint with what the host's owner tells you.");
        }
    }

    private void record(String key) {
        String what = "the " + type + " key " + fingerprint + " of " + name.recorded();
        Optional<String> file = files.placeFor(name);
        if (file.isEmpty()) {
            attempt.note(
                    "accepted " + what + "; it is recorded nowhere, since there is no known_hosts file to write to");
            return;
        }
        try {
            KnownHostsFiles.append(file.get(), name, type, key);
            attempt.note("recorded " + what + " in " + file.get());
        } catch (IOException e) {
            attempt.note("accepted " + what + ", but could not record it in " + file.get() + ": " + e.getMessage());
        }
    }

    private SshException unknown(String advice) {
        String why = "unknown host key of " + name.recorded() + " (" + type + " " + fingerprint + ")";
        return SshException.of(Kind.HOST_KEY_UNKNOWN, hop.alias(), why, advice);
    }

    private SshException changed(KnownHostsLine line) {
        return SshException.of(
                Kind.HOST_KEY_CHANGED,
                hop.alias(),
                "the host key of " + name.recorded() + " has changed (now " + type + " " + fingerprint
                        + "); the one on record is at " + line.place(),
                "Somebody may be listening in. If the change is legitimate: " + line.removal(name)
                        + (line.isGeneral() ? " (which forgets all hosts of the pattern " + line.names() + ")" : ""));
    }

    private SshException revoked(KnownHostsLine line) {
        return SshException.of(
                Kind.HOST_KEY_REVOKED,
                hop.alias(),
                "the host key of " + name.recorded() + " is marked as revoked at " + line.place(),
                "Do not connect; ask the host's owner.");
    }

    @Override
    public void add(HostKey hostkey, UserInfo ui) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "known_hosts";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }
}
