package dev.rwtui.ssh.config;

import static dev.rwtui.ssh.config.RandomVocabulary.pick;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes random configurations of the whole grammar, nearly all of which {@code ssh} accepts. */
final class RandomConfigs {

    private static final List<String> NAMES = List.of(
            "a",
            "ab",
            "b.example.org",
            "gate",
            "GATE",
            "x-1",
            "u@a",
            "gate2",
            "www",
            "db",
            "10.1.0.1",
            "::1",
            "ssh://u@a:77",
            "u@gate",
            "db.example.com",
            "both",
            "odd",
            "nobody.knows");

    private static final List<String> PATTERNS = List.of(
            "*",
            "a",
            "a*",
            "?",
            "gate",
            "gate?",
            "!a",
            "!gate*",
            "b.*",
            "*.org",
            "x-?",
            "GATE",
            "\"ab\"",
            "nobody",
            "*.example.*",
            "www",
            "d?",
            "*,!a");

    private static final List<String> COMMANDS = List.of(
            "true",
            "false",
            "\"test %h = a\"",
            "\"test %n = gate && echo 1 >> @DIR@/trace\"",
            "'exit 3'",
            "\"test %p = 22 -o %r = alice\"",
            "\"echo %h >> @DIR@/trace; true\"",
            "/bin/true");

    private static final Map<String, List<String>> CRITERIA = Map.of(
            "host", List.of("a", "gate*", "*.example.org", "a,!b,gate", "!a,*", "10.*", "WWW"),
            "originalhost", List.of("a", "gate?", "*,!www", "GATE", "db"),
            "user", List.of("alice", "me", "root", "*", "!alice,*", "bob*"),
            "localuser", List.of("me", "root", "*", "nobody"),
            "exec", COMMANDS);

    private static final Map<String, List<String>> NEWER_CRITERIA = Map.of(
            "tagged", List.of("red", "blue,red", "\"\"", "*"),
            "localnetwork", List.of("10.11.12.0/24", "127.0.0.0/8", "192.168.0.0/16", "::1/128"),
            "version", List.of("OpenSSH_9*", "OpenSSH_1*", "*"),
            "command", List.of("\"\"", "x", "*"),
            "sessiontype", List.of("shell", "none", "subsystem,none", "exec"));

    private final Random random;
    private final OpenSsh ssh;
    private final OracleWorld world;

    private RandomConfigs(Random random, OpenSsh ssh, OracleWorld world) {
        this.random = random;
        this.ssh = ssh;
        this.world = world;
    }

    static OracleQuestion question(Random random, SshOracle oracle) {
        return new RandomConfigs(random, oracle.ssh().version(), oracle.world()).question();
    }

    private OracleQuestion question() {
        OracleTree tree = new OracleTree(Map.of())
                .with("one.inc", text(6))
                .with("two.inc", text(4))
                .with("sub/three.inc", text(3));
        if (world.isItsOwn() && chance(5)) {
            tree = tree.with("~/.ssh/config", text(12)).with("/etc/ssh/ssh_config", text(8));
        } else {
            tree = tree.with("config", text(18));
        }
        List<String> options = chance(4)
                ? List.of(
                        RandomVocabulary.setting(random, ssh, world).replaceFirst(" ", pick(random, List.of("=", " "))))
                : List.of();
        OracleQuestion question = OracleQuestion.of(tree, pick(random, NAMES), options);
        return chance(60)
                ? new OracleQuestion(tree, Optional.of("none"), question.name(), options, Map.of())
                : question;
    }

    private boolean chance(int in) {
        return random.nextInt(in) == 0;
    }

    private String text(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> line() + (chance(30) ? "\r\n" : "\n"))
                .collect(Collectors.joining());
    }

    private String line() {
        return switch (random.nextInt(16)) {
            case 0, 1 ->
                styled("Host " + pick(random, PATTERNS) + (random.nextBoolean() ? " " + pick(random, PATTERNS) : ""));
            case 2, 3 -> "Match " + match();
            case 4 -> "Include " + included();
            case 5 ->
                chance(12) ? RandomVocabulary.bad(random) : pick(random, List.of("", "# a comment", "  # b", "\t"));
            default -> styled(RandomVocabulary.setting(random, ssh, world));
        };
    }

    /** The same in another spelling. */
    private String styled(String setting) {
        int blank = setting.indexOf(' ');
        if (blank < 0) {
            return setting;
        }
        String keyword = setting.substring(0, blank);
        String cased = chance(6) ? keyword.toUpperCase(Locale.ROOT) : keyword;
        String separator = chance(8) ? pick(random, List.of("=", " = ", "\t", "  ")) : " ";
        String end = chance(12) ? pick(random, List.of(" ", "\t", " # c")) : "";
        return (random.nextBoolean() ? "  " : "") + cased + separator + setting.substring(blank + 1) + end;
    }

    private String match() {
        if (chance(6)) {
            return pick(random, List.of("all", "final", "canonical", "!final", "canonical all", "final all", "!all"));
        }
        String criteria = IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> criterion())
                .collect(Collectors.joining(" "));
        return criteria + (chance(12) ? " # c" : "");
    }

    private String criterion() {
        String not = chance(5) ? "!" : "";
        if (chance(8)) {
            return not + pick(random, List.of("final", "canonical"));
        }
        boolean newer = chance(4) && ssh.isAtLeast(10, 0);
        Map<String, List<String>> criteria = newer ? NEWER_CRITERIA : CRITERIA;
        String name = pick(random, criteria.keySet().stream().sorted().toList());
        String argument = pick(random, criteria.getOrDefault(name, List.of()));
        boolean needsTheWorld = name.equals("localnetwork") && !world.isItsOwn();
        String separator = chance(6) && !argument.contains("\"") ? "=" : " ";
        return needsTheWorld ? not + "final" : not + name + separator + argument;
    }

    private String included() {
        String name = pick(
                random,
                List.of(
                        "one.inc",
                        "two.inc",
                        "t?o.inc",
                        "none.inc",
                        "*.inc",
                        "sub/*",
                        "one.inc @DIR@/two.inc",
                        "[ot]*.inc"));
        return chance(10) ? "~/.ssh/none " + pick(random, List.of("relative", "*.none")) : "@DIR@/" + name;
    }
}
