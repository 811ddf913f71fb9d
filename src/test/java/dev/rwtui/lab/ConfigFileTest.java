package dev.rwtui.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ConfigFileTest {

    @Test
    void theFirstHostsReadAsTheyDoInRealLife() {
        LocalPorts ports = new LocalPorts(6007, 8888, 6016, 7007, List.of());

        String text = ConfigFile.text(
                new ConfigFile.Blanks(40123, ports, Path.of("/tmp/50% lab/id"), Path.of("/tmp/50% lab/hosts")));

        assertThat(text).startsWith("""
                        # This is to log in the Cambridge network
                        Host cued
                          HostName         127.0.0.1
                          Port             40123
                          User             ah2029

                        # Then to my machine. Note the ProxyCommand that first ssh into the
                        # Cambridge network
                        Host direwolf
                          HostName         direwolf
                          User             anthonyhu
                          ProxyCommand     ssh -W %h:%p cued
                          LocalForward     6007 127.0.0.1:6006
                          LocalForward     8888 127.0.0.1:8888

                        """).endsWith("""
                        Host *
                          IdentityFile "/tmp/50%% lab/id"
                          IdentitiesOnly yes
                          IdentityAgent none
                          UserKnownHostsFile "/tmp/50%% lab/hosts"
                          GlobalKnownHostsFile /dev/null
                          StrictHostKeyChecking yes
                        """);
    }
}
