package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.JSch;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.LoggerFactory;

/** Does once, for nothing, what each handshake does: the JDK's cryptography and JSch's classes load slowly. */
final class WarmUp {

    private static final List<String> NAMES = List.of(
            "random",
            "curve25519-sha256",
            "aes128-gcm@openssh.com",
            "ssh-ed25519",
            "sha-256",
            "xdh",
            "keypairgen.eddsa",
            "userauth.none",
            "userauth.publickey",
            "userauth.keyboard-interactive",
            "userauth.password");

    private WarmUp() {}

    static void run() {
        try {
            new SecureRandom().nextBytes(new byte[16]);
            agree();
            sign();
            encrypt();
            MessageDigest.getInstance("SHA-256").digest(new byte[1]);
            for (String name : NAMES) {
                String type = JSch.getConfig(name);
                if (type != null) {
                    Class.forName(type);
                }
            }
        } catch (GeneralSecurityException | ClassNotFoundException e) {
            LoggerFactory.getLogger(WarmUp.class).debug("could not warm up", e);
        }
    }

    private static void agree() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("X25519").generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("X25519");
        agreement.init(pair.getPrivate());
        agreement.doPhase(pair.getPublic(), true);
        agreement.generateSecret();
    }

    private static void sign() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(new byte[16]);
        byte[] signed = signature.sign();
        signature.initVerify(pair.getPublic());
        signature.update(new byte[16]);
        signature.verify(signed);
    }

    private static void encrypt() throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(new byte[16], "AES"), new GCMParameterSpec(128, new byte[12]));
        cipher.doFinal(new byte[64]);
    }
}
