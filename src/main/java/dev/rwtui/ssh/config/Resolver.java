package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;
import dev.rwtui.base.LocalForward;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Makes values of the lines that apply to one name, and notes where {@code ssh} would give up. */
final class Resolver {

    /** rwtui's own default where the configuration is silent; ssh's is off. */
    static final Duration ALIVE_INTERVAL = Duration.ofSeconds(15);

    private static final int ALIVE_COUNT = 3;

    private static final List<String> IDENTITIES =
            List.of("id_rsa", "id_ecdsa", "id_ecdsa_sk", "id_ed25519", "id_ed25519_sk", "id_xmss", "id_dsa");

    private static final Origin DEFAULT = new Origin.Default();

    private final Effective effective;
    private final ConfigFiles files;
    private final String given;
    private final List<Problem> problems = new ArrayList<>();

    private final Value<String> hostName;
    private final Value<Integer> port;
    private final Value<String> user;
    private final Tokens tokens;

    /** @param given the name as ssh is given it, without user and port */
    Resolver(Effective effective, String given, ConfigFiles files) {
        this.effective = effective;
        this.files = files;
        this.given = given;
        this.hostName = hostName();
        this.port = one(
                "port",
                ResolvedHost.DEFAULT_PORT,
                text -> Numbers.port(text, files::service).orElse(ResolvedHost.DEFAULT_PORT));
        this.user = one("user", files.surroundings().user(), text -> text);
        this.tokens = new Tokens(files.surroundings(), given, hostName.value(), port.value(), user.value());
    }

    /** What {@code ssh} refuses beyond the syntax of lines. Complete once {@link #resolve} has run. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    ResolvedHost resolve(HostAlias alias) {
        ProxyResolver proxies = new ProxyResolver(files, tokens);
        proxies.loop(effective)
                .ifPresent(why -> problems.add(Problem.at(
                        ProxyResolver.winner(effective).map(Setting::origin).orElse(DEFAULT), why)));
        new Refusals(effective, paths(), new Homes(files))
                .all()
                .forEach(refusal -> problems.add(Problem.at(refusal.origin(), refusal.why())));
        Forwards forwards = forwards();
        return new ResolvedHost(
                alias,
                hostName,
                port,
                user,
                identityFiles(),
                one("identitiesonly", false, Effective::isYes),
                identityAgent(),
                proxies.resolve(effective),
                forwards.tcp,
                forwards.other,
                userKnownHostsFiles(),
                globalKnownHostsFiles(),
                one("stricthostkeychecking", HostKeyChecking.ASK, Resolver::checking),
                one("hostkeyalias", Optional.empty(), text -> Optional.of(text.toLowerCase(Locale.ROOT))),
                aliveInterval(),
                one(
                        "serveralivecountmax",
                        ALIVE_COUNT,
                        text -> Numbers.integer(text).or(ALIVE_COUNT)),
                connectTimeout(),
                one("batchmode", false, Effective::isYes));
    }

    private <T> Value<T> one(String keyword, T otherwise, Function<String, T> parse) {
        return effective
                .first(keyword)
                .map(setting -> new Value<>(parse.apply(setting.first()), setting.origin()))
                .orElseGet(() -> new Value<>(otherwise, DEFAULT));
    }

    /** {@code %h} is the name as given. */
    private Value<String> hostName() {
        Optional<Setting> setting = effective.first("hostname");
        if (setting.isEmpty()) {
            return new Value<>(NumericAddress.normal(given), DEFAULT);
        }
        Parsed<String> expanded =
                Expansion.of(java.util.Map.of('h', given)).expand(setting.get().first());
        if (expanded instanceof Parsed.Bad<String> bad) {
            problems.add(Problem.at(setting.get().origin(), bad.why()));
        }
        return new Value<>(
                NumericAddress.normal(expanded.or(given)), setting.get().origin());
    }

    private Expansion paths() {
        String keyAlias = effective
                .first("hostkeyalias")
                .map(setting -> setting.first().toLowerCase(Locale.ROOT))
                .orElse(given);
        return Expansion.of(tokens.ofPaths(keyAlias), files.surroundings().environment());
    }

    private Parsed<String> path(String text) {
        return new Homes(files).replaceTilde(text).then(paths()::expand);
    }

    /** Those that cannot be expanded stay as written: {@code ssh -G} does not mind them, and no such file exists. */
    private Value<List<String>> identityFiles() {
        List<Setting> settings = effective.all("identityfile").toList();
        if (settings.isEmpty()) {
            String directory = files.surroundings().home() + "/.ssh/";
            return new Value<>(IDENTITIES.stream().map(directory::concat).toList(), DEFAULT);
        }
        List<String> paths = settings.stream()
                .map(Setting::first)
                .filter(text -> !text.equalsIgnoreCase("none"))
                .distinct()
                .map(text -> path(text).or(text))
                .toList();
        return new Value<>(paths, settings.get(0).origin());
    }

    private Value<Optional<String>> identityAgent() {
        Optional<Setting> setting = effective.first("identityagent");
        if (setting.isEmpty()) {
            return new Value<>(Optional.empty(), DEFAULT);
        }
        Parsed<String> path = path(setting.get().first());
        if (path instanceof Parsed.Bad<String> bad) {
            problems.add(Problem.at(setting.get().origin(), bad.why()));
        }
        String text = path.or("none");
        if (text.equals("SSH_AUTH_SOCK")) {
            return new Value<>(Optional.empty(), DEFAULT);
        }
        Optional<String> socket = text.startsWith("$")
                ? files.surroundings().environment().variable(text.substring(1))
                : Optional.of(text).filter(name -> !name.equals("none"));
        return new Value<>(socket, setting.get().origin());
    }

    private Forwards forwards() {
        Forwards forwards = new Forwards();
        if (effective.isOn("clearallforwardings")) {
            return forwards;
        }
        ForwardSpec.Reader reader =
                new ForwardSpec.Reader(Expansion.of(files.surroundings().environment()), files::service);
        effective.all("localforward").forEach(setting -> {
            Parsed<ForwardSpec> spec = ForwardSpec.local(setting.line().arguments(), reader);
            if (spec instanceof Parsed.Good<ForwardSpec> good) {
                forwards.add(good.value(), setting.origin());
            }
        });
        return forwards;
    }

    /** The same forward twice counts once. */
    private static final class Forwards {
        private final List<Value<LocalForward>> tcp = new ArrayList<>();
        private final List<Value<String>> other = new ArrayList<>();
        private final Set<ForwardSpec> seen = new LinkedHashSet<>();

        void add(ForwardSpec spec, Origin origin) {
            if (!seen.add(spec)) {
                return;
            }
            if (spec instanceof ForwardSpec.Tcp forward) {
                tcp.add(new Value<>(forward.forward(), origin));
            } else if (spec instanceof ForwardSpec.Other forward) {
                other.add(new Value<>(forward.text(), origin));
            }
        }
    }

    private Value<List<String>> userKnownHostsFiles() {
        String directory = files.surroundings().home() + "/.ssh/known_hosts";
        return list("userknownhostsfile", List.of(directory, directory + "2"), (setting, text) -> {
            Parsed<String> path = path(text);
            if (path instanceof Parsed.Bad<String> bad) {
                problems.add(Problem.at(setting.origin(), bad.why()));
            }
            return path.or(text);
        });
    }

    private Value<List<String>> globalKnownHostsFiles() {
        List<String> defaults = List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");
        return list("globalknownhostsfile", defaults, (setting, text) -> text);
    }

    /** The first line with anything on it; {@code none} is an empty list. */
    private Value<List<String>> list(String keyword, List<String> otherwise, Element element) {
        return effective
                .all(keyword)
                .filter(setting -> !setting.line().arguments().isEmpty())
                .findFirst()
                .map(setting -> new Value<>(elements(setting, element), setting.origin()))
                .orElseGet(() -> new Value<>(otherwise, DEFAULT));
    }

    private static List<String> elements(Setting setting, Element element) {
        if (setting.first().equalsIgnoreCase("none")) {
            return List.of();
        }
        return setting.line().arguments().stream()
                .map(text -> element.of(setting, text))
                .toList();
    }

    private interface Element {
        String of(Setting setting, String text);
    }

    private static HostKeyChecking checking(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "true" -> HostKeyChecking.YES;
            case "no", "false", "off" -> HostKeyChecking.NO;
            case "accept-new" -> HostKeyChecking.ACCEPT_NEW;
            default -> HostKeyChecking.ASK;
        };
    }

    /** {@code none} leaves a time to be set by a later line; where none does, it is off and not a default. */
    private Value<Optional<Duration>> time(String keyword) {
        List<Setting> settings = effective.all(keyword).toList();
        return settings.stream()
                .filter(setting -> !setting.first().equals("none"))
                .findFirst()
                .or(() -> settings.stream().findFirst())
                .map(setting -> new Value<>(seconds(setting.first()), setting.origin()))
                .orElseGet(() -> new Value<>(Optional.empty(), DEFAULT));
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Numbers.seconds(text).or(0))).filter(time -> !time.isZero());
    }

    private Value<Duration> aliveInterval() {
        Value<Optional<Duration>> time = time("serveraliveinterval");
        Duration interval = time.isDefault() ? ALIVE_INTERVAL : time.value().orElse(Duration.ZERO);
        return new Value<>(interval, time.origin());
    }

    private Value<Optional<Duration>> connectTimeout() {
        return time("connecttimeout");
    }
}
