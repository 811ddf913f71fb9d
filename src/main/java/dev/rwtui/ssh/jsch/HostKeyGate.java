package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.UserInfo;
import dev.rwtui.ssh.Connector.Attempt;
import dev.rwtui.ssh.Connector.Prompting;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.HostKeyChecking;
import dev.rwtui.ssh.config.NumericAddress;
import dev.rwtui.ssh.hostkey.Base64Key;
import dev.rwtui.ssh.hostkey.HostKeyName;
import dev.rwtui.ssh.hostkey.HostKeyPolicy;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import dev.rwtui.ssh.hostkey.KnownHosts;
import dev.rwtui.ssh.hostkey.KnownHostsFiles;
import dev.rwtui.ssh.hostkey.KnownHostsFiles.Naming;
import dev.rwtui.ssh.hostkey.KnownHostsLine;
import dev.rwtui.ssh.hostkey.RevokedKeys;
import dev.rwtui.ssh.hostkey.Verdict;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure.Kind;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks one server's host key during one handshake. It is told of the key before JSch sees it, and decides whether an
 * authority may vouch for it; JSch then checks signatures and dates, and asks by {@link #check} where nobody vouches. All else
 * that JSch would do is refused.
 */
final class HostKeyGate implements HostKeyRepository {

    private final Hop hop;
    private final Attempt attempt;
    private final Asking asking;
    private final HostKeyName name;
    private final KnownHostsFiles files;
    private final KnownHosts known;
    private final Optional<HostKeyName> address;
    private @Nullable SshException refusal;
    private String type = "";
    private String fingerprint = "";
    private Optional<byte[]> authority = Optional.empty();

    /** @param peer the address that was connected to, where there is one */
    HostKeyGate(Hop hop, Attempt attempt, Asking asking, Optional<InetAddress> peer) {
        this.hop = hop;
        this.attempt = attempt;
        this.asking = asking;
        this.name = HostKeyName.of(hop.address(), hop.host().hostKeys().alias().value());
        this.files = KnownHostsFiles.of(hop.host());
        this.known = files.read();
        this.address = peer.filter(found -> countsFor(hop, found))
                .map(found -> HostKeyName.of(found, hop.address().port()));
    }

    /** As for {@code ssh}: not this machine's own, and not where the address is all that is known of the host. */
    private static boolean countsFor(Hop hop, InetAddress found) {
        return hop.host().hostKeys().checksAddress().value()
                && !found.isLoopbackAddress()
                && !NumericAddress.text(found).equalsIgnoreCase(hop.address().host());
    }

    /** What is on record for this host. */
    Algorithms.Recorded record() {
        return new Algorithms.Recorded(known.types(name), known.hasAuthority(name));
    }

    /** What the server shows is to be judged: called before JSch checks any of it. */
    void shown(byte[] blob) {
        if (!Base64Key.isKey(blob)) {
            return;
        }
        attempt.reached(Step.HOST_KEY);
        Optional<KeyCertificate> certificate =
                KeyCertificate.parse(blob).filter(found -> found.bearer() == KeyCertificate.Bearer.HOST);
        type = Base64Key.type(blob);
        fingerprint = Base64Key.fingerprint(certificate.map(KeyCertificate::key).orElse(blob));
        refusal = revoked(blob);
        authority = Optional.empty();
        if (refusal == null && certificate.isPresent()) {
            vouch(certificate.get());
        }
    }

    /** An authority on record, which has not been revoked, for the name of this host and not for another. */
    private void vouch(KeyCertificate certificate) {
        String signer = Base64.getEncoder().encodeToString(certificate.authority());
        String key = Base64.getEncoder().encodeToString(certificate.key());
        Optional<KnownHostsLine> revoked = known.revoked(name, signer).or(() -> known.revoked(name, key));
        if (revoked.isPresent()) {
            refusal = revoked(revoked.get());
            return;
        }
        List<String> names = certificate.details().principals();
        Optional<KnownHostsLine> line = known.authority(name, signer);
        if (line.isPresent() && !names.isEmpty() && !names.contains(name.bare())) {
            attempt.note("the certificate \"" + certificate.details().id() + "\" is for " + String.join(", ", names)
                    + " and not for " + name.bare());
        } else if (line.isPresent()) {
            attempt.note("the certificate \"" + certificate.details().id() + "\" is signed by the authority of "
                    + line.get().place());
            authority = Optional.of(certificate.authority());
        }
    }

    private @Nullable SshException revoked(byte[] blob) {
        Optional<String> file = hop.host().hostKeys().revokedKeys().value();
        if (file.isEmpty()) {
            return null;
        }
        try {
            return RevokedKeys.read(file.get()).contain(blob) ? revoked("is revoked by " + file.get()) : null;
        } catch (IOException e) {
            return SshException.of(
                    Kind.CONFIGURATION,
                    hop.alias(),
                    "RevokedHostKeys " + file.get() + " cannot be used: " + Failures.words(e),
                    "No host key is trusted until the file is there and in order.");
        }
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
        if (refusal == null) {
            // A certificate that nobody vouches for is a key like any other.
            type = Base64Key.type(key);
            fingerprint = Base64Key.fingerprint(key);
            String base64 = Base64.getEncoder().encodeToString(key);
            refusal = differingAddress(base64);
            if (refusal == null) {
                refusal = decide(known.check(name, base64), base64);
            }
            if (refusal == null) {
                recordAddress(base64);
            }
        }
        if (refusal != null) {
            return refusal.failure().kind() == Kind.HOST_KEY_UNKNOWN ? NOT_INCLUDED : CHANGED;
        }
        return OK;
    }

    /**
     * Where the address is on record with another key. Stricter than {@code ssh}, which asks under {@code
     * StrictHostKeyChecking ask}.
     */
    private @Nullable SshException differingAddress(String key) {
        if (address.isEmpty() || known.check(name, key) instanceof Verdict.Changed) {
            return null;
        }
        Verdict verdict = known.check(address.get(), key);
        if (verdict instanceof Verdict.Revoked revoked) {
            return revoked(revoked.line());
        }
        if (!(verdict instanceof Verdict.Changed changed)) {
            return null;
        }
        String why =
                "the key of " + name.recorded() + " (" + type + " " + fingerprint + ") is not the one of its address "
                        + address.get().recorded() + ", which is on record at "
                        + changed.line().place();
        if (hop.host().hostKeys().checking().value() == HostKeyChecking.NO) {
            attempt.note(why);
            return null;
        }
        return SshException.of(
                Kind.HOST_KEY_CHANGED,
                hop.alias(),
                why,
                "Its address may be another's now, or somebody answers in its place. If it has moved: "
                        + changed.line().removal(address.get()));
    }

    private void recordAddress(String key) {
        if (address.isPresent() && known.check(address.get(), key) instanceof Verdict.Unknown) {
            record(address.get(), key);
        }
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
                record(name, key);
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
                record(name, key);
                return null;
            }
            return unknown(
                    "Accept the key once you have compared its fingerprint with what the host's owner tells you.");
        }
    }

    private void record(HostKeyName as, String key) {
        String what = "the " + type + " key " + fingerprint + " of " + as.recorded();
        Optional<String> file = files.placeFor(as);
        if (file.isEmpty()) {
            attempt.note(
                    "accepted " + what + "; it is recorded nowhere, since there is no known_hosts file to write to");
            return;
        }
        try {
            Naming naming = hop.host().hostKeys().hashesNames().value() ? Naming.HASHED : Naming.PLAIN;
            KnownHostsFiles.append(file.get(), new KnownHostsFiles.Entry(as, naming, type, key));
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
        return revoked("is marked as revoked at " + line.place());
    }

    private SshException revoked(String how) {
        return SshException.of(
                Kind.HOST_KEY_REVOKED,
                hop.alias(),
                "the host key of " + name.recorded() + " " + how,
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
        return authority.map(HostKeyGate::anywhere).stream().toArray(HostKey[]::new);
    }

    /** For which names it may vouch has been looked at: JSch has ideas of its own about ports and patterns. */
    private static HostKey anywhere(byte[] authority) {
        try {
            return new HostKey("@cert-authority", "*", HostKey.GUESS, authority, "");
        } catch (JSchException e) {
            throw new IllegalStateException("an authority whose key has no type", e);
        }
    }

    @Override
    public HostKey[] getHostKey(String host, String type) {
        return new HostKey[0];
    }
}
