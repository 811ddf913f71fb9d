/** known_hosts as sshd(8) describes it under SSH_KNOWN_HOSTS FILE FORMAT, and what ssh_config(5) makes of it. */
@NullMarked
package dev.rwtui.ssh.hostkey;

import org.jspecify.annotations.NullMarked;
