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
import java.util.function.UnaryOperator;

/** Makes values of the lines that apply to one name. */
final class Resolver {

    /** rwtui's own default where the configuration is silent; ssh's is off. */
    static final Duration ALIVE_INTERVAL = Duration.ofSeconds(15);

    private static final int ALIVE_COUNT = 3;

    private static final Origin DEFAULT = new Origin.Default();

    private final Settled settled;
    private final Effective effective;
    private final ConfigFiles files;

    Resolver(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
        this.files = settled.site().files();
    }

    ResolvedHost resolve(HostAlias alias) {
        ProxyResolver proxies = new ProxyResolver(settled.site(), settled.tokens());
        Forwards forwards = forwards();
        return new ResolvedHost(
                alias,
                settled.hostName(),
                one("port", ResolvedHost.DEFAULT_PORT, text -> settled.port()),
                one("user", settled.user().or(""), text -> settled.user().or(text)),
                identityFiles(),
                one("identitiesonly", false, Effective::isYes),
                identityAgent(),
                proxies.resolve(effective),
                forwards.tcp,
                forwards.other,
                userKnownHostsFiles(),
                globalKnownHostsFiles(),
                one("stricthostkeychecking", HostKeyChecking.ASK, Resolver::checking),
                one("hostkeyalias", Optional.empty(), text -> Optional.of(settled.keyAlias())),
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

    /** Those that cannot be expanded stay as written: {@code ssh -G} does not mind them, and no such file exists. */
    private Value<List<String>> identityFiles() {
        List<Setting> settings = effective.all("identityfile");
        if (settings.isEmpty()) {
            String home = files.surroundings().home();
            return new Value<>(
                    Defaults.identityFiles(settled.site().ssh()).stream()
                            .map(path -> home + path.substring(1))
                            .toList(),
                    DEFAULT);
        }
        List<String> paths = settings.stream()
                .map(Setting::first)
                .filter(text -> !text.equalsIgnoreCase("none"))
                .distinct()
                .map(text -> settled.path(text).or(text))
                .toList();
        return new Value<>(paths, settings.get(0).origin());
    }

    private Value<Optional<String>> identityAgent() {
        Optional<Setting> setting = effective.first("identityagent");
        if (setting.isEmpty()) {
            return new Value<>(Optional.empty(), DEFAULT);
        }
        Parsed<String> path = settled.path(setting.get().first());
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
        ForwardSpec.Reader reader = settled.forwards();
        for (Setting setting : effective.all("localforward")) {
            Parsed<ForwardSpec> spec = ForwardSpec.parse(setting.line().arguments(), ForwardSpec.Kind.LOCAL, reader);
            if (spec instanceof Parsed.Good<ForwardSpec> good) {
                forwards.add(good.value(), setting);
            }
        }
        return forwards;
    }

    /** The same forward twice counts once. */
    private static final class Forwards {
        private final List<Value<LocalForward>> tcp = new ArrayList<>();
        private final List<Value<String>> other = new ArrayList<>();
        private final Set<ForwardSpec> seen = new LinkedHashSet<>();

        void add(ForwardSpec spec, Setting setting) {
            if (!seen.add(spec)) {
                return;
            }
            spec.tcp()
                    .ifPresentOrElse(
                            forward -> tcp.add(new Value<>(forward, setting.origin())),
                            () -> other.add(
                                    new Value<>(String.join(" ", setting.line().arguments()), setting.origin())));
        }
    }

    private Value<List<String>> userKnownHostsFiles() {
        String directory = files.surroundings().home() + "/.ssh/known_hosts";
        return list(
                "userknownhostsfile",
                List.of(directory, directory + "2"),
                text -> settled.path(text).or(text));
    }

    private Value<List<String>> globalKnownHostsFiles() {
        List<String> defaults = List.of("/etc/ssh/ssh_known_hosts", "/etc/ssh/ssh_known_hosts2");
        return list("globalknownhostsfile", defaults, text -> text);
    }

    /** The first line with anything on it; {@code none} is an empty list. */
    private Value<List<String>> list(String keyword, List<String> otherwise, UnaryOperator<String> element) {
        return effective
                .worded(keyword)
                .map(setting -> new Value<>(elements(setting, element), setting.origin()))
                .orElseGet(() -> new Value<>(otherwise, DEFAULT));
    }

    private static List<String> elements(Setting setting, UnaryOperator<String> element) {
        if (setting.first().equalsIgnoreCase("none")) {
            return List.of();
        }
        return setting.line().arguments().stream().map(element).toList();
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
        return effective
                .timed(keyword)
                .or(() -> effective.first(keyword))
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
