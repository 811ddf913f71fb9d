package dev.rwtui.ssh.jsch;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What carries one SSH connection.
 *
 * @param close ends both directions and releases whoever is blocked in them; idempotent, does not block
 * @param remark what the carrier itself has to say when it ends (a proxy command's standard error); may be empty
 * @param peer the address that was connected to; empty where that was not done here
 */
record Wire(
        InputStream input, OutputStream output, Runnable close, Supplier<String> remark, Optional<InetAddress> peer) {

    /** One whose far end has no address here. */
    Wire(InputStream input, OutputStream output, Runnable close, Supplier<String> remark) {
        this(input, output, close, remark, Optional.empty());
    }
}
