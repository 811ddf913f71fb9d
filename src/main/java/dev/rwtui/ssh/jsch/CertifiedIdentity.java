package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Identity;
import dev.rwtui.ssh.hostkey.Base64Key;
import dev.rwtui.ssh.hostkey.KeyCertificate;
import org.jspecify.annotations.Nullable;

/** A certificate that stands in a file, and the key that signs for it. */
final class CertifiedIdentity implements Identity {

    private final KeyCertificate certificate;
    private final String file;
    private final Identity key;

    CertifiedIdentity(KeyCertificate certificate, String file, Identity key) {
        this.certificate = certificate;
        this.file = file;
        this.key = key;
    }

    @Override
    public byte[] getPublicKeyBlob() {
        return certificate.blob();
    }

    @Override
    public String getAlgName() {
        return Base64Key.type(certificate.blob());
    }

    @Override
    public String getName() {
        return file;
    }

    @Override
    public boolean isEncrypted() {
        return false;
    }

    @Override
    public boolean setPassphrase(byte @Nullable [] passphrase) {
        return true;
    }

    @Override
    public byte @Nullable [] getSignature(byte[] data) {
        return getSignature(data, getAlgName());
    }

    /** The signature itself is that of the key. */
    @Override
    public byte @Nullable [] getSignature(byte[] data, String algorithm) {
        return key.getSignature(data, algorithm.replace(KeyCertificate.SUFFIX, ""));
    }

    /** The key is wiped where it is held. */
    @Override
    public void clear() {}
}
