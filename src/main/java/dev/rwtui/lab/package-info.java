/**
 * The embedded lab behind {@code rwtui demo}: a gateway on a loopback port and machines that have no port at all, with
 * keys, homes and web pages of their own. Also the fixture of tests that need no OpenSSH. The only importer of Apache MINA
 * SSHD; it knows nothing of rwtui, and opens no connection to anywhere.
 */
@NullMarked
package dev.rwtui.lab;

import org.jspecify.annotations.NullMarked;
