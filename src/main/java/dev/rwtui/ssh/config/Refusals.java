package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code ssh} gives up over once it knows all values, beyond the syntax of lines. */
final class Refusals {

    private static final int MAX_FILES = 100;

    private static final int MAX_HOSTS_FILES = 32;

    private static final List<String> NONE_IS_UNSET = List.of("none");

    private final Settled settled;
    private final Effective effective;
    private final List<Problem> refusals = new ArrayList<>();

    Refusals(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
    }

    List<Problem> all() {
        refusals.clear();
        user();
        tooMany("identityfile", "Too many identity files specified (max 100).");
        tooMany("certificatefile", "Too many certificate files specified (max 100).");
        tooManyHostsFiles("userknownhostsfile");
        tooManyHostsFiles("globalknownhostsfile");
        number("connectionattempts", "Invalid number of ConnectionAttempts");
        forksWithoutCommand();
        proxyWithoutDescriptor();
        path("controlpath", NONE_IS_UNSET);
        path("forwardagent", List.of("yes", "no", "true", "false"));
        if (settled.site().ssh().isAtLeast(10, 0)) {
            path("revokedhostkeys", NONE_IS_UNSET);
            variables();
            addendum();
        }
        command();
        unixSockets();
        algorithms();
        subsystem();
        return List.copyOf(refusals);
    }

    /** Commands are made of a user's name too; one that stands in a file as it is is trusted. */
    private void user() {
        Optional<Setting> setting = effective.first("user");
        if (setting.isEmpty()) {
            return;
        }
        Parsed<String> user = settled.user();
        if (user instanceof Parsed.Bad<String> bad) {
            refuse(setting.get(), bad.why());
            return;
        }
        String name = user.or("");
        boolean typed = setting.get().origin() instanceof Origin.CommandLine;
        boolean madeUp = !name.equals(setting.get().first());
        OpenSsh ssh = settled.site().ssh();
        boolean trusted = !typed && !madeUp && (ssh.readsJumpsAnew() || !ssh.isAtLeast(10, 0));
        if (!trusted && !Destination.isSafeUser(name)) {
            refuse(setting.get(), "remote username contains invalid characters");
        }
    }

    private void tooMany(String keyword, String why) {
        Set<String> paths = new HashSet<>();
        for (Setting setting : effective.all(keyword)) {
            if (paths.add(setting.first()) && paths.size() > MAX_FILES) {
                refuse(setting, why);
                return;
            }
        }
    }

    private void tooManyHostsFiles(String keyword) {
        effective.all(keyword).stream()
                .filter(setting -> !setting.line().arguments().isEmpty())
                .findFirst()
                .filter(setting -> setting.line().arguments().size() > MAX_HOSTS_FILES)
                .ifPresent(setting -> refuse(setting, "too many " + keyword + " entries."));
    }

    private void proxyWithoutDescriptor() {
        effective
                .first("proxycommand")
                .filter(setting -> setting.line().command().equals("-") && effective.isOn("proxyusefdpass"))
                .filter(setting ->
                        ProxyResolver.winner(effective, settled.site().ssh()).equals(Optional.of(setting)))
                .ifPresent(setting -> refuse(setting, "ProxyCommand=- and ProxyUseFDPass are incompatible"));
    }

    private void number(String keyword, String why) {
        effective
                .first(keyword)
                .filter(setting -> Numbers.integer(setting.first()).or(1) == 0)
                .ifPresent(setting -> refuse(setting, why));
    }

    private void forksWithoutCommand() {
        boolean session = effective
                .first("sessiontype")
                .filter(setting -> setting.first().equalsIgnoreCase("none"))
                .isEmpty();
        if (effective.isOn("forkafterauthentication")
                && session
                && remoteCommand().isEmpty()) {
            effective
                    .first("forkafterauthentication")
                    .ifPresent(setting -> refuse(setting, "Cannot fork into background without a command to execute."));
        }
    }

    private Optional<Setting> remoteCommand() {
        return effective
                .first("remotecommand")
                .filter(setting -> !setting.line().command().equalsIgnoreCase("none"));
    }

    /** @param words that are no paths */
    private void path(String keyword, List<String> words) {
        effective
                .first(keyword)
                .filter(setting -> words.stream().noneMatch(setting.first()::equalsIgnoreCase))
                .ifPresent(setting -> refuse(setting, settled.path(setting.first())));
    }

    /** The values of {@code SetEnv}. */
    private void variables() {
        effective.first("setenv").ifPresent(setting -> {
            for (String assignment : setting.line().arguments()) {
                refuse(setting, settled.paths().expand(assignment.substring(assignment.indexOf('=') + 1)));
            }
        });
    }

    private void addendum() {
        effective
                .first("versionaddendum")
                .ifPresent(setting -> refuse(setting, settled.paths().expand(Dump.addendum(setting))));
    }

    private void command() {
        remoteCommand()
                .ifPresent(setting ->
                        refuse(setting, settled.words().expand(setting.line().command())));
    }

    private void unixSockets() {
        if (effective.isOn("clearallforwardings")) {
            return;
        }
        for (ForwardSpec.Kind kind : ForwardSpec.Kind.values()) {
            for (Setting setting : effective.all(Dump.keyword(kind))) {
                ForwardSpec.parse(setting.line().arguments(), kind, settled.forwards())
                        .map(spec -> List.of(spec.listen(), spec.connect()))
                        .or(List.of())
                        .forEach(end -> socket(setting, end));
            }
        }
    }

    private void socket(Setting setting, ForwardSpec.End end) {
        if (end instanceof ForwardSpec.Path path) {
            refuse(setting, settled.words().expand(path.path()));
        }
    }

    /** Of host keys alone: a broken list of another kind is left as it is. */
    private void algorithms() {
        effective
                .first("hostkeyalgorithms")
                .ifPresent(setting -> refuse(
                        setting,
                        Algorithms.KEYS.assemble(setting.first(), settled.site().ssh())));
    }

    /** A subsystem is named by a command line, never by a file. */
    private void subsystem() {
        effective
                .first("sessiontype")
                .filter(setting -> setting.origin() instanceof Origin.CommandLine)
                .filter(setting -> setting.first().equalsIgnoreCase("subsystem"))
                .ifPresent(setting -> refuse(setting, "You must specify a subsystem to invoke."));
    }

    private void refuse(Setting setting, Parsed<?> parsed) {
        if (parsed instanceof Parsed.Bad<?> bad) {
            refuse(setting, bad.why());
        }
    }

    private void refuse(Setting setting, String why) {
        refusals.add(Problem.at(setting.origin(), why));
    }
}
