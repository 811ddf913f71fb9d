package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Identity;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate that stands in a file, and the key that signs for it, which is wiped where it is held. */
final class CertifiedIdentity extends SigningIdentity {

    private final Identity key;

    CertifiedIdentity(KeyCertificate certificate, String file, Identity key) {
        super(certificate.blob(), file);
        this.key = key;
    }

    /** The signature itself is that of the key. */
    @Override
    public byte @Nullable [] getSignature(byte[] data, String algorithm) {
        return key.getSignature(data, algorithm.replace(KeyCertificate.SUFFIX, ""));
    }
}
