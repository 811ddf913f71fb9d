package dev.rwtui.lab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;

/** Keys, and the files that hold them. ECDSA on P-256: what MINA, JSch and OpenSSH all do with the JDK alone. */
final class KeyFiles {

    private KeyFiles() {}

    static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A private key file without passphrase, as {@code ssh-keygen} writes it. */
    static byte[] privateKey(KeyPair key) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(key, "rwtui demo", null, file);
        return file.toByteArray();
    }

    /** A line of known_hosts; {@code host} is {@code name} or {@code [name]:port}, as in sshd(8). */
    static String knownHost(String host, PublicKey key) {
        return host + " " + PublicKeyEntry.toString(key) + "\n";
    }
}
