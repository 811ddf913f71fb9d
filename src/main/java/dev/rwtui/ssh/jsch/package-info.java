/** Sessions by JSch, which serves as a packet engine: everything around the packets is this package's own. */
@NullMarked
package dev.rwtui.ssh.jsch;

import org.jspecify.annotations.NullMarked;
