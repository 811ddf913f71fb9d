package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.OpenSession;
import dev.rwtui.ssh.Hop;
import dev.rwtui.ssh.SshException;
import dev.rwtui.ssh.config.AlgorithmList;
import dev.rwtui.ssh.config.Transport;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import dev.rwtui.ssh.model.Failure.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is offered to servers, as the configuration of a host changes it. AES-GCM first: it is by far the fastest that the
 * JDK has. What is old is there for old servers, and only where a configuration names it.
 */
final class Algorithms {

    private static final int FIRST_JAVA_WITH_ML_KEM = 24;

    private static final Menu KEY_EXCHANGES = new Menu(
            "KexAlgorithms",
            keyExchanges(),
            List.of("diffie-hellman-group-exchange-sha1", "diffie-hellman-group14-sha1", "diffie-hellman-group1-sha1"));

    private static final Menu CIPHERS = new Menu(
            "Ciphers",
            List.of("aes128-gcm@openssh.com", "aes256-gcm@openssh.com", "aes128-ctr", "aes192-ctr", "aes256-ctr"),
            List.of("aes128-cbc", "aes192-cbc", "aes256-cbc", "3des-cbc"));

    private static final Menu MACS = new Menu(
            "MACs",
            List.of(
                    "hmac-sha2-256-etm@openssh.com",
                    "hmac-sha2-512-etm@openssh.com",
                    "hmac-sha1-etm@openssh.com",
                    "hmac-sha2-256",
                    "hmac-sha2-512",
                    "hmac-sha1"),
            List.of(
                    "hmac-sha1-96",
                    "hmac-md5",
                    "hmac-md5-96",
                    "hmac-sha1-96-etm@openssh.com",
                    "hmac-md5-etm@openssh.com",
                    "hmac-md5-96-etm@openssh.com"));

    private static final List<String> SIGNATURES = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256");

    private static final Menu HOST_KEYS =
            new Menu("HostKeyAlgorithms", certifiedAndPlain(), List.of("ssh-rsa", "ssh-rsa-cert-v01@openssh.com"));

    /** Those of security keys are signed by the agent alone. */
    private static final Menu PUBLIC_KEYS =
            new Menu("PubkeyAcceptedAlgorithms", publicKeys(), List.of("ssh-rsa", "ssh-rsa-cert-v01@openssh.com"));

    private Algorithms() {}

    private static List<String> keyExchanges() {
        List<String> names = new ArrayList<>();
        if (Runtime.version().feature() >= FIRST_JAVA_WITH_ML_KEM) {
            names.add("mlkem768x25519-sha256");
        }
        names.addAll(List.of(
                "curve25519-sha256",
                "curve25519-sha256@libssh.org",
                "ecdh-sha2-nistp256",
                "ecdh-sha2-nistp384",
                "ecdh-sha2-nistp521",
                "diffie-hellman-group-exchange-sha256",
                "diffie-hellman-group16-sha512",
                "diffie-hellman-group18-sha512",
                "diffie-hellman-group14-sha256"));
        return names;
    }

    private static List<String> certifiedAndPlain() {
        List<String> names = new ArrayList<>();
        SIGNATURES.forEach(name -> names.add(name + KeyCertificate.SUFFIX));
        names.addAll(SIGNATURES);
        return names;
    }

    private static List<String> publicKeys() {
        List<String> names = new ArrayList<>();
        SIGNATURES.forEach(name -> names.add(name + KeyCertificate.SUFFIX));
        names.add("sk-ssh-ed25519" + KeyCertificate.SUFFIX);
        names.add("sk-ecdsa-sha2-nistp256" + KeyCertificate.SUFFIX);
        names.addAll(SIGNATURES);
        names.add("sk-ssh-ed25519@openssh.com");
        names.add("sk-ecdsa-sha2-nistp256@openssh.com");
        return names;
    }

    /**
     * Sets what one session offers.
     *
     * @param record what is on record of the host's keys: those are asked for first, as {@code ssh} does
     * @param note told what a configuration asks for and cannot have
     * @throws SshException where nothing is left of what the configuration wants
     */
    static void configure(OpenSession session, Hop hop, Recorded record, Consumer<String> note) throws SshException {
        Choice choice = new Choice(hop, note);
        Transport way = hop.host().transport();
        AlgorithmList hostKeys = hop.host().hostKeys().algorithms().value();
        String ciphers = choice.of(CIPHERS, way.ciphers().value());
        String macs = choice.of(MACS, way.macs().value());
        String compression = way.compression().value() ? "zlib@openssh.com,zlib,none" : "none";
        session.setConfig("kex", choice.of(KEY_EXCHANGES, way.keyExchanges().value()));
        String keys = choice.of(HOST_KEYS, hostKeys);
        session.setConfig("server_host_key", hostKeys.isOrdered() ? keys : knownFirst(keys, record));
        session.setConfig("cipher.s2c", ciphers);
        session.setConfig("cipher.c2s", ciphers);
        session.setConfig("mac.s2c", macs);
        session.setConfig("mac.c2s", macs);
        session.setConfig("compression.s2c", compression);
        session.setConfig("compression.c2s", compression);
        session.setConfig(
                "PubkeyAcceptedAlgorithms",
                choice.of(PUBLIC_KEYS, hop.host().login().publicKeyAlgorithms().value()));
        // Everything offered is in every JDK from 17 on: probing it again for each session costs time.
        session.setConfig("CheckKexes", "");
        session.setConfig("CheckSignatures", "");
        session.setConfig("CheckCiphers", "");
        session.setConfig("CheckMacs", "");
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("HashKnownHosts", "no");
        session.setConfig("prefer_known_host_key_types", "no");
        session.setConfig("MaxAuthTries", "1000"); // The server counts, and says so when it has had enough.
    }

    /** What one host's configuration makes of a menu. */
    private record Choice(Hop hop, Consumer<String> note) {

        String of(Menu menu, AlgorithmList list) throws SshException {
            List<String> missing = list.missing(menu.able());
            if (!missing.isEmpty()) {
                note.accept(menu.keyword() + ": rwtui does not have " + String.join(", ", missing));
            }
            List<String> chosen = menu.chosen(list);
            if (chosen.isEmpty()) {
                throw SshException.of(
                        Kind.CONFIGURATION,
                        hop.alias(),
                        menu.keyword() + " " + list.written().orElse("") + " leaves nothing that rwtui can offer",
                        "It has " + String.join(", ", menu.able()) + ".");
            }
            return String.join(",", chosen);
        }
    }

    /**
     * What is on record of a host.
     *
     * @param types of its keys
     * @param certified whether an authority's key is: then a certificate is asked for before all else, and otherwise last
     */
    record Recorded(List<String> types, boolean certified) {}

    private static String knownFirst(String keys, Recorded record) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        List<String> certificates = new ArrayList<>();
        for (String algorithm : List.of(keys.split(","))) {
            String type = algorithm.startsWith("rsa-") ? "ssh-rsa" : algorithm;
            if (algorithm.endsWith(KeyCertificate.SUFFIX)) {
                (record.certified() ? first : certificates).add(algorithm);
            } else {
                (record.types().contains(type) ? first : last).add(algorithm);
            }
        }
        first.addAll(last);
        first.addAll(certificates);
        return String.join(",", first);
    }
}
