package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.OpenSession;
import java.util.ArrayList;
import java.util.List;

/** What is offered to servers. AES-GCM first: it is by far the fastest that the JDK has. */
final class Algorithms {

    private static final String KEX = "curve25519-sha256,curve25519-sha256@libssh.org,ecdh-sha2-nistp256,"
            + "ecdh-sha2-nistp384,ecdh-sha2-nistp521,diffie-hellman-group-exchange-sha256,"
            + "diffie-hellman-group16-sha512,diffie-hellman-group18-sha512,diffie-hellman-group14-sha256";

    private static final int FIRST_JAVA_WITH_ML_KEM = 24;

    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr";

    private static final List<String> HOST_KEYS = List.of(
            "ssh-ed25519",
            "ecdsa-sha2-nistp256",
            "ecdsa-sha2-nistp384",
            "ecdsa-sha2-nistp521",
            "rsa-sha2-512",
            "rsa-sha2-256");

    private Algorithms() {}

    /** @param known types of the host's keys that are on record: these are asked for first, as {@code ssh} does */
    static void configure(OpenSession session, List<String> known) {
        session.setConfig("kex", kex());
        session.setConfig("server_host_key", String.join(",", hostKeys(known)));
        session.setConfig("cipher.s2c", CIPHERS);
        session.setConfig("cipher.c2s", CIPHERS);
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

    private static String kex() {
        return Runtime.version().feature() >= FIRST_JAVA_WITH_ML_KEM ? "mlkem768x25519-sha256," + KEX : KEX;
    }

    private static List<String> hostKeys(List<String> known) {
        List<String> first = new ArrayList<>();
        List<String> last = new ArrayList<>();
        for (String algorithm : HOST_KEYS) {
            String type = algorithm.startsWith("rsa-") ? "ssh-rsa" : algorithm;
            (known.contains(type) ? first : last).add(algorithm);
        }
        first.addAll(last);
        return first;
    }
}
