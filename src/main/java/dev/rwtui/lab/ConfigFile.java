package dev.rwtui.lab;

import java.nio.file.Path;

/** The ssh_config of the lab. */
final class ConfigFile {

    private ConfigFile() {}

    /**
     * What changes from lab to lab.
     *
     * @param gatewayPort on 127.0.0.1
     */
    record Blanks(int gatewayPort, LocalPorts ports, Path key, Path knownHosts) {}

    static String text(Blanks blanks) {
        LocalPorts ports = blanks.ports();
        return """
                # This is to log in the Cambridge network
                Host cued
                  HostName         127.0.0.1
                  Port             %d
                  User             ah2029

                # Then to my machine. Note the ProxyCommand that first ssh into the
                # Cambridge network
                Host direwolf
                  HostName         direwolf
                  User             anthonyhu
                  ProxyCommand     ssh -W %%h:%%p cued
                  LocalForward     %d 127.0.0.1:6006
                  LocalForward     %d 127.0.0.1:8888

                # Takes nobody's key
                Host gpu07
                  HostName         gpu07
                  User             anthonyhu
                  ProxyCommand     ssh -W %%h:%%p cued

                # Nothing listens on its 6006, and its 7007 never says a word
                Host gpu08
                  HostName         gpu08
                  User             anthonyhu
                  ProxyCommand     ssh -W %%h:%%p cued
                  LocalForward     %d 127.0.0.1:6006
                  LocalForward     %d 127.0.0.1:7007

                # Has the same code as here
                Host gpu09
                  HostName         gpu09
                  User             anthonyhu
                  ProxyCommand     ssh -W %%h:%%p cued

                Host *
                  IdentityFile "%s"
                  IdentitiesOnly yes
                  IdentityAgent none
                  UserKnownHostsFile "%s"
                  GlobalKnownHostsFile /dev/null
                  StrictHostKeyChecking yes
                """.formatted(
                        blanks.gatewayPort(),
                        ports.tensorBoard(),
                        ports.jupyter(),
                        ports.nobody(),
                        ports.silent(),
                        quotable(blanks.key()),
                        quotable(blanks.knownHosts()));
    }

    /** A {@code %} begins a token in these values: ssh_config(5), TOKENS. */
    private static String quotable(Path file) {
        return file.toString().replace("%", "%%");
    }
}
