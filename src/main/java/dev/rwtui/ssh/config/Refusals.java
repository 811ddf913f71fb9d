package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code ssh} gives up over once it knows all values, beyond the syntax of lines. */
final class Refusals {

    private static final int MAX_FILES = 100;

    private static final int MAX_HOSTS_FILES = 32;

    private final Settled settled;
    private final Effective effective;
    private final List<Problem> refusals = new ArrayList<>();

    Refusals(Settled settled) {
        this.settled = settled;
        this.effective = settled.effective();
    }

    List<Problem> all() {
        refusals.clear();
        loop();
        user();
        tooMany("identityfile", "Too many identity files specified (max 100).");
        tooMany("certificatefile", "Too many certificate files specified (max 100).");
        tooManyHostsFiles("userknownhostsfile");
        tooManyHostsFiles("globalknownhostsfile");
        attempts();
        forksWithoutCommand();
        proxyWithoutDescriptor();
        paths();
        command();
        unixSockets();
        algorithms();
        subsystem();
        return List.copyOf(refusals);
    }

    private void loop() {
        Optional<String> loop = ProxyResolver.loop(effective, settled.site(), settled.tokens());
        Optional<Setting> jump = ProxyResolver.winner(effective, settled.site().ssh());
        if (loop.isPresent() && jump.isPresent()) {
            refuse(jump.get(), loop.get());
        }
        // Of 9.2 and 10.0 only the newer one goes back over what it has half made once a jump has become a command.
        OpenSsh ssh = settled.site().ssh();
        if (jump.isPresent()
                && ProxyResolver.lastJump(effective, settled.site()).isPresent()
                && ssh.isAtLeast(10, 0)
                && AlgorithmDump.isAnyBroken(effective, ssh)) {
            refuse(jump.get(), "inconsistent options: ProxyCommand+ProxyJump");
        }
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
        if (!trusted && !Destination.isSafeUser(name, ssh)) {
            refuse(setting.get(), "remote username contains invalid characters");
        }
    }

    private void tooMany(String keyword, String why) {
        List<Setting> files = effective.distinct(keyword);
        if (files.size() > MAX_FILES) {
            refuse(files.get(MAX_FILES), why);
        }
    }

    private void tooManyHostsFiles(String keyword) {
        Optional<Setting> setting = effective.worded(keyword);
        if (setting.isPresent() && setting.get().line().arguments().size() > MAX_HOSTS_FILES) {
            refuse(setting.get(), "too many " + keyword + " entries.");
        }
    }

    private void attempts() {
        Optional<Setting> setting = effective.first("connectionattempts");
        if (setting.isPresent() && Numbers.integer(setting.get().first()).or(1) == 0) {
            refuse(setting.get(), "Invalid number of ConnectionAttempts");
        }
    }

    private void forksWithoutCommand() {
        Optional<Setting> fork = effective.first("forkafterauthentication");
        boolean session = !effective.text("sessiontype", "default").equalsIgnoreCase("none");
        if (fork.isPresent()
                && effective.isOn("forkafterauthentication")
                && session
                && effective.command("remotecommand").isEmpty()) {
            refuse(fork.get(), "Cannot fork into background without a command to execute.");
        }
    }

    private void proxyWithoutDescriptor() {
        Optional<Setting> setting = effective.first("proxycommand");
        if (setting.isPresent()
                && setting.get().line().command().equals("-")
                && effective.isOn("proxyusefdpass")
                && ProxyResolver.winner(effective, settled.site().ssh()).equals(setting)) {
            refuse(setting.get(), "ProxyCommand=- and ProxyUseFDPass are incompatible");
        }
    }

    /** Everything that names files or has values with tokens. */
    private void paths() {
        path(effective.unlessNone("controlpath"));
        path(effective.first("identityagent"));
        forwardedAgent();
        Optional<Setting> hosts = effective.worded("userknownhostsfile");
        if (hosts.isPresent() && !hosts.get().first().equalsIgnoreCase("none")) {
            for (String path : hosts.get().line().arguments()) {
                refuse(hosts.get(), settled.path(path));
            }
        }
        if (settled.site().ssh().isAtLeast(10, 0)) {
            path(effective.unlessNone("revokedhostkeys"));
            variables();
            addendum();
        }
    }

    private void forwardedAgent() {
        Optional<Setting> setting = SessionResolver.forwardedAgent(effective);
        path(setting);
        if (setting.isPresent() && effective.isOn("exitonforwardfailure")) {
            Parsed<String> socket = settled.path(setting.get().first());
            if (socket instanceof Parsed.Good<String> path
                    && !settled.site().files().exists(path.value())) {
                refuse(setting.get(), "Cannot forward agent socket path \"" + path.value() + "\"");
            }
        }
    }

    private void path(Optional<Setting> setting) {
        if (setting.isPresent()) {
            refuse(setting.get(), settled.path(setting.get().first()));
        }
    }

    /** The values of {@code SetEnv}. */
    private void variables() {
        Optional<Setting> setting = effective.first("setenv");
        if (setting.isPresent()) {
            for (String assignment : setting.get().line().arguments()) {
                refuse(setting.get(), settled.paths().expand(assignment.substring(assignment.indexOf('=') + 1)));
            }
        }
    }

    private void addendum() {
        Optional<Setting> setting = effective.first("versionaddendum");
        if (setting.isPresent()) {
            refuse(setting.get(), settled.paths().expand(Dump.addendum(setting.get())));
        }
    }

    private void command() {
        Optional<Setting> setting = effective.command("remotecommand");
        if (setting.isPresent()) {
            refuse(setting.get(), settled.words().expand(setting.get().line().command()));
        }
    }

    private void unixSockets() {
        if (effective.isOn("clearallforwardings")) {
            return;
        }
        for (ForwardSpec.Kind kind : ForwardSpec.Kind.values()) {
            for (Setting setting : effective.all(kind.keyword())) {
                if (ForwardSpec.parse(setting.line().arguments(), kind, settled.forwards())
                        instanceof Parsed.Good<ForwardSpec> good) {
                    socket(setting, good.value().listen());
                    socket(setting, good.value().connect());
                }
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
        Optional<Setting> setting = effective.first("hostkeyalgorithms");
        if (setting.isPresent()) {
            refuse(
                    setting.get(),
                    Algorithms.KEYS.assemble(
                            setting.get().first(), settled.site().ssh()));
        }
    }

    /** A subsystem is named by a command line, never by a file. */
    private void subsystem() {
        Optional<Setting> setting = effective.first("sessiontype");
        if (setting.isPresent()
                && setting.get().origin() instanceof Origin.CommandLine
                && setting.get().first().equalsIgnoreCase("subsystem")) {
            refuse(setting.get(), "You must specify a subsystem to invoke.");
        }
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
