package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Identity;
import dev.rwtui.ssh.hostkey.Base64Key;
import org.jspecify.annotations.Nullable;

/**
 * A key that the server is asked about before anything secret is touched. To JSch it is never encrypted, since JSch would ask
 * for the passphrase before that and give up publickey altogether.
 */
abstract class SigningIdentity implements Identity {

    private final byte[] blob;
    private final String name;

    /**
     * A key, or a certificate of one.
     *
     * @param blob as it is sent to servers
     * @param name for the log
     */
    SigningIdentity(byte[] blob, String name) {
        this.blob = blob.clone();
        this.name = name;
    }

    @Override
    public final byte[] getPublicKeyBlob() {
        return blob.clone();
    }

    @Override
    public final String getAlgName() {
        return Base64Key.type(blob);
    }

    @Override
    public final String getName() {
        return name;
    }

    @Override
    public final boolean isEncrypted() {
        return false;
    }

    @Override
    public final boolean setPassphrase(byte @Nullable [] passphrase) {
        return true;
    }

    @Override
    public final byte @Nullable [] getSignature(byte[] data) {
        return getSignature(data, getAlgName());
    }

    /** Where there is nothing to wipe. */
    @Override
    public void clear() {}
}
