package dev.rwtui.ssh.jsch;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Supplier;

/**
 * What carries one SSH connection.
 *
 * @param close ends both directions and releases whoever is blocked in them; idempotent, does not block
 * @param remark what the carrier itself has to say when it ends (a proxy command's standard error); may be empty
 */
record Wire(InputStream input, OutputStream output, Runnable close, Supplier<String> remark) {}
