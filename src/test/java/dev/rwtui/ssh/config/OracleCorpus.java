package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.SshOracle.Question;
import dev.rwtui.ssh.config.SshOracle.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Small configurations, each for one rule or one shape of real life, with the names to ask for. */
final class OracleCorpus {

    private static final List<Case> CASES = new ArrayList<>();

    private OracleCorpus() {}

    record Case(String title, Tree tree, List<String> names, List<String> options) {

        List<Question> questions() {
            return names.stream().map(name -> new Question(tree, name, options)).toList();
        }
    }

    static List<Case> cases() {
        return Stream.of(RealLife.cases()).flatMap(List::stream).toList();
    }

    private static final class RealLife {
        static List<Case> cases() {
            Tree day = Tree.of("""
                    # This is to log in the Cambridge network
                    Host cued
                      HostName         gate.eng.cam.ac.uk
                      User             ah2029

                    # Then to my machine. Note the ProxyCommand that first ssh into the
                    # Cambridge network
                    Host direwolf
                      HostName         direwolf
                      User             anthonyhu
                      ProxyCommand     ssh -W %h:%p cued
                      LocalForward     6006 127.0.0.1:6006
                      LocalForward     8888 127.0.0.1:8888
                    """);
            return List.of(new Case("the user's own day", day, Arrays.asList("cued", "direwolf", "other"), List.of()));
        }
    }
}
