package dev.rwtui.ssh.config;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.Proxy.Configuration;
import dev.rwtui.ssh.config.Proxy.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells whether a {@code ProxyCommand} only asks another SSH server to connect somewhere: {@code ssh … -W host:port gate},
 * or {@code ssh gate nc host port}. Then it is a jump, and no process is needed.
 */
final class CommandProxy {

    /** Options of ssh(1) that change nothing for a connection that only carries another one. */
    private static final String INDIFFERENT = "46AaCknNqTtvXxYy";

    private static final String WITH_ARGUMENT = "FJWcilmop";

    private static final Set<String> NETCATS = Set.of("nc", "netcat", "ncat");

    private final Endpoint target;
    private final String home;
    private final Numbers.Services services;

    private final List<String> options = new ArrayList<>();
    private Configuration configuration = new Configuration.Standard();
    private Optional<String> forward = Optional.empty();

    private CommandProxy(Endpoint target, String home, Numbers.Services services) {
        this.target = target;
        this.home = home;
        this.services = services;
    }

    /**
     * @param line tokens expanded
     * @param target of the host that is reached through the command
     */
    static Proxy of(String line, Endpoint target, ConfigFiles files) {
        CommandProxy reader = new CommandProxy(target, files.surroundings().home(), files::service);
        return ShellWords.split(line, reader.home)
                .flatMap(reader::jump)
                .map(jump -> (Proxy) jump)
                .orElseGet(() -> new Proxy.Command(line));
    }

    private Optional<Proxy.Jumps> jump(List<String> words) {
        List<String> command = withoutExec(words);
        if (command.isEmpty() || !baseName(command.get(0)).equals("ssh")) {
            return Optional.empty();
        }
        int next = options(command, 1);
        if (next < 0 || next >= command.size()) {
            return Optional.empty();
        }
        Optional<JumpSpec> gate = destination(command.get(next));
        int after = options(command, next + 1);
        if (gate.isEmpty() || after < 0) {
            return Optional.empty();
        }
        return farEnd(command.subList(Math.min(after, command.size()), command.size()))
                .map(end -> new Proxy.Jumps(List.of(through(gate.get())), elsewhere(end)));
    }

    private static List<String> withoutExec(List<String> words) {
        return !words.isEmpty() && words.get(0).equals("exec") ? words.subList(1, words.size()) : words;
    }

    private static String baseName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Reads options from {@code start}; the place of the first word that is none, or -1 where one is not understood. */
    private int options(List<String> command, int start) {
        int at = start;
        while (at < command.size() && command.get(at).startsWith("-")) {
            String word = command.get(at);
            if (word.equals("--")) {
                return at + 1;
            }
            int taken = bundle(word, at + 1 < command.size() ? Optional.of(command.get(at + 1)) : Optional.empty());
            if (taken == 0) {
                return -1;
            }
            at += taken;
        }
        return at;
    }

    /** Reads {@code -q}, {@code -qW x} or {@code -Wx}; how many words that took, 0 where it is not understood. */
    private int bundle(String word, Optional<String> next) {
        for (int i = 1; i < word.length(); i++) {
            char option = word.charAt(i);
            if (WITH_ARGUMENT.indexOf(option) >= 0) {
                String joined = word.substring(i + 1);
                Optional<String> argument = joined.isEmpty() ? next : Optional.of(joined);
                return argument.filter(value -> option(option, value)).isPresent() ? (joined.isEmpty() ? 2 : 1) : 0;
            }
            if (INDIFFERENT.indexOf(option) < 0) {
                return 0;
            }
        }
        return word.length() > 1 ? 1 : 0;
    }

    private boolean option(char letter, String value) {
        switch (letter) {
            case 'F' -> configuration = new Configuration.File(value);
            case 'J' -> options.add("ProxyJump=" + value);
            case 'W' -> forward = Optional.of(value);
            case 'c' -> options.add(Overrides.option("Ciphers", value));
            case 'i' -> options.add(Overrides.option("IdentityFile", value));
            case 'l' -> options.add(Overrides.option("User", value));
            case 'm' -> options.add(Overrides.option("MACs", value));
            case 'p' -> options.add(Overrides.option("Port", value));
            default -> options.add(value);
        }
        return true;
    }

    private Optional<JumpSpec> destination(String word) {
        if (word.startsWith("ssh://")) {
            return JumpSpec.parse(word, services);
        }
        int at = word.lastIndexOf('@');
        String host = word.substring(at + 1);
        Optional<String> user = at > 0 ? Optional.of(word.substring(0, at)) : Optional.empty();
        return host.isEmpty() ? Optional.empty() : Optional.of(new JumpSpec(user, host, Optional.empty()));
    }

    private Jump through(JumpSpec gate) {
        List<String> all = new ArrayList<>(options);
        gate.user().ifPresent(user -> all.add(Overrides.option("User", user)));
        gate.port().ifPresent(port -> all.add("Port=" + port));
        return new Jump(gate.host(), new Overrides(all), configuration);
    }

    /** Where the gate is asked to connect: by {@code -W}, or by a netcat that it runs. */
    private Optional<Endpoint> farEnd(List<String> remote) {
        if (remote.isEmpty()) {
            return forward.flatMap(this::endpoint);
        }
        return forward.isPresent()
                ? Optional.empty()
                : ShellWords.split(String.join(" ", remote), home).flatMap(this::netcat);
    }

    private Optional<Endpoint> netcat(List<String> words) {
        List<String> command = withoutExec(words);
        if (command.isEmpty() || !NETCATS.contains(baseName(command.get(0)))) {
            return Optional.empty();
        }
        int at = 1;
        while (at < command.size() && command.get(at).startsWith("-")) {
            String option = command.get(at);
            if (option.matches("-v*[wq]")) {
                at += 2;
            } else if (option.matches("-v*[wq][0-9]+|-[vnN46]+")) {
                at++;
            } else {
                return Optional.empty();
            }
        }
        if (command.size() != at + 2) {
            return Optional.empty();
        }
        return Numbers.port(command.get(at + 1), services)
                .filter(port -> port > 0)
                .map(port -> new Endpoint(command.get(command.size() - 2), port));
    }

    private Optional<Endpoint> endpoint(String text) {
        if (text.equals(target.host() + ":" + target.port())) {
            return Optional.of(target);
        }
        return JumpSpec.parse(text, services)
                .filter(spec -> spec.user().isEmpty()
                        && spec.port().isPresent()
                        && !spec.host().isEmpty())
                .map(spec -> new Endpoint(spec.host(), spec.port().orElseThrow()));
    }

    private Optional<Endpoint> elsewhere(Endpoint end) {
        return end.equals(target) ? Optional.empty() : Optional.of(end);
    }
}
