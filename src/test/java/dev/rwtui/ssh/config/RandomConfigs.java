package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.SshOracle.Question;
import dev.rwtui.ssh.config.SshOracle.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Makes random configurations of the supported subset, and makes a failing one small. */
final class RandomConfigs {

    private static final List<String> NAMES =
            List.of("a", "ab", "b.example.org", "gate", "GATE", "x-1", "u@a", "gate2");

    private static final List<String> PATTERNS = List.of(
            "*", "a", "a*", "?", "gate", "gate?", "!a", "!gate*", "b.*", "*.org", "x-?", "GATE", "\"ab\"", "nobody");

    private static final List<String> SETTINGS = List.of(
            "HostName %h.example.org",
            "HostName 10.0.0.1",
            "HostName=FE80::1",
            "HostName gate",
            "Hostname \"%%h\"",
            "HostName Upper.Case",
            "User alice",
            "user = \"bob b\"",
            "User 'x'  # comment",
            "Port 2222",
            "PORT=22",
            "Port ssh",
            "Port = 1",
            "IdentityFile ~/.ssh/one",
            "IdentityFile \"/tmp/a b\"",
            "IdentityFile /tmp/a\\ b",
            "IdentityFile none",
            "IdentitiesOnly yes",
            "IdentitiesOnly FALSE",
            "IdentityAgent none",
            "IdentityAgent /tmp/agent-%r-%u",
            "IdentityAgent SSH_AUTH_SOCK",
            "IdentityAgent ${GREETING}/s",
            "ProxyJump gate",
            "ProxyJump alice@gate:2200,b",
            "ProxyJump none",
            "ProxyJump ssh://c@gate:7",
            "ProxyJump [::1]:22,b  # d",
            "ProxyCommand none",
            "ProxyCommand ssh -W %h:%p gate",
            "ProxyCommand nc %h %p",
            "LocalForward 8080 localhost:80",
            "LocalForward 8080 localhost:80",
            "LocalForward *:8081 [::1]:http",
            "LocalForward [::1]:8082 db:5432",
            "LocalForward=127.0.0.1:8083 db:5432",
            "LocalForward /tmp/s db:1",
            "LocalForward 9000 /run/s-%n",
            "ClearAllForwardings yes",
            "UserKnownHostsFile ~/.ssh/kh /tmp/kh-%k-%h",
            "UserKnownHostsFile none",
            "GlobalKnownHostsFile /etc/a /etc/b",
            "GlobalKnownHostsFile none",
            "StrictHostKeyChecking accept-new",
            "StrictHostKeyChecking OFF",
            "StrictHostKeyChecking yes",
            "HostKeyAlias Some-%h",
            "ServerAliveInterval 1m30",
            "ServerAliveInterval none",
            "ServerAliveInterval 0",
            "ServerAliveCountMax 7",
            "ServerAliveCountMax -1",
            "ConnectTimeout 1h",
            "ConnectTimeout none",
            "ConnectTimeout 10",
            "BatchMode yes",
            "Compression yes",
            "ForwardAgent no",
            "SendEnv LANG LC_*",
            "Ciphers +aes128-cbc",
            "RSAAuthentication no",
            "# a comment",
            "",
            "\tTCPKeepAlive\tyes");

    private static final List<String> FAULTS = List.of(
            "Port 0",
            "Port",
            "Frobnicate yes",
            "Frobnicate \"yes",
            "BatchMode maybe",
            "User a b",
            "ServerAliveInterval 1x",
            "LocalForward 80",
            "LocalForward x y:z",
            "HostName %n",
            "UserKnownHostsFile ${MISSING}",
            "Compression true",
            "ProxyJump a b,",
            "ProxyJump @a",
            "Match foo",
            "Host \"\"",
            "IdentityFile \"a");

    private RandomConfigs() {}

    static Question question(Random random) {
        Tree tree = Tree.of(text(random, 14));
        tree = tree.with("one.inc", text(random, 5)).with("two.inc", text(random, 4));
        List<String> options = random.nextInt(4) == 0 ? List.of(pick(random, SETTINGS.subList(6, 12))) : List.of();
        return new Question(tree, pick(random, NAMES), options);
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int lines = random.nextInt(most + 1);
        for (int i = 0; i < lines; i++) {
            text.append(line(random)).append(random.nextInt(20) == 0 ? "\r\n" : "\n");
        }
        return text.toString();
    }

    private static String line(Random random) {
        return switch (random.nextInt(12)) {
            case 0, 1, 2 ->
                "Host " + pick(random, PATTERNS) + (random.nextBoolean() ? " " + pick(random, PATTERNS) : "");
            case 3 -> random.nextInt(3) == 0 ? "Include @DIR@/*.inc" : "Match host nobody.at.all";
            case 4 -> random.nextInt(4) == 0 ? pick(random, FAULTS) : "IgnoreUnknown frob*";
            case 5 -> "Include @DIR@/" + pick(random, List.of("one.inc", "two.inc", "t?o.inc", "none.inc"));
            default -> "  " + pick(random, SETTINGS);
        };
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    /** Takes lines away as long as it still fails. */
    static Question shrink(Question question, Predicate<Question> fails) {
        Question smallest = question;
        boolean shrunk = true;
        while (shrunk) {
            shrunk = false;
            for (Question candidate : smaller(smallest)) {
                if (fails.test(candidate)) {
                    smallest = candidate;
                    shrunk = true;
                    break;
                }
            }
        }
        return smallest;
    }

    private static List<Question> smaller(Question question) {
        List<Question> candidates = new ArrayList<>();
        question.tree().texts().forEach((name, text) -> {
            String[] lines = text.split("\n", -1);
            for (int drop = 0; drop < lines.length - 1; drop++) {
                Map<String, String> texts = new TreeMap<>(question.tree().texts());
                texts.put(name, without(lines, drop));
                candidates.add(new Question(new Tree(texts), question.name(), question.options()));
            }
        });
        if (!question.options().isEmpty()) {
            candidates.add(new Question(question.tree(), question.name(), List.of()));
        }
        return candidates;
    }

    private static String without(String[] lines, int drop) {
        List<String> left = new ArrayList<>(List.of(lines));
        left.remove(drop);
        return String.join("\n", left);
    }
}
