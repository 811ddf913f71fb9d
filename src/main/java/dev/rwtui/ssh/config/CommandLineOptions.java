package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.Keyword.Treatment;
import dev.rwtui.ssh.config.ParsedFile.Node;
import dev.rwtui.ssh.config.ParsedFile.Owner;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.ParsedFile.UnknownLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code -o} options as a file of their own that stands before all others. */
record CommandLineOptions(ParsedFile file, List<Problem> problems) {

    private static final String PLACE = new Origin.CommandLine().words();

    static CommandLineOptions parse(List<String> options, ArgumentSyntax.Facts facts) {
        List<Node> nodes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (String option : options) {
            ConfigLine.split(option).ifPresent(split -> {
                Parsed<Node> node = split.then(line -> node(line, facts));
                if (node instanceof Parsed.Bad<Node> bad) {
                    problems.add(new Problem(PLACE, 0, bad.why()));
                } else if (node instanceof Parsed.Good<Node> good) {
                    nodes.add(good.value());
                }
            });
        }
        return new CommandLineOptions(new ParsedFile(PLACE, nodes), List.copyOf(problems));
    }

    private static Parsed<Node> node(ConfigLine line, ArgumentSyntax.Facts facts) {
        Optional<Keyword> known = Keywords.find(line.keyword(), facts.ssh());
        if (known.isEmpty()) {
            Problem problem = new Problem(PLACE, 0, "Bad configuration option: " + line.keyword());
            return Parsed.of(new UnknownLine(problem, line.keyword()));
        }
        if (known.get().treatment() == Treatment.STRUCTURE) {
            return Parsed.bad(line.keyword() + " is not possible as a command-line option");
        }
        if (known.get().name().equals("proxyjump") && facts.ssh().readsJumpsAnew() && !namesSafeJumps(line, facts)) {
            return Parsed.bad("Invalid ProxyJump \"" + line.command() + "\"");
        }
        return known.get()
                .syntax()
                .fault(line, facts)
                .map(Parsed::<Node>bad)
                .orElseGet(() -> Parsed.of(new Setting(new Origin.CommandLine(), Owner.USER, known.get(), line)));
    }

    /** A jump of the command line becomes part of a command. */
    private static boolean namesSafeJumps(ConfigLine line, ArgumentSyntax.Facts facts) {
        Jumps jumps = Jumps.of(line);
        return jumps.isNone()
                || JumpSpec.chain(jumps.checked(), facts.services()).or(List.of()).stream()
                        .allMatch(jump -> Destination.isSafeHost(jump.host())
                                && jump.user()
                                        .filter(user -> !Destination.isSafeUser(user, facts.ssh()))
                                        .isEmpty());
    }
}
