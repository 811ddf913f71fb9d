package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ForwardSpec.End;
import dev.rwtui.ssh.config.ForwardSpec.Kind;
import dev.rwtui.ssh.config.ForwardSpec.Port;
import dev.rwtui.ssh.config.ForwardSpec.Socks;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.LinkedHashSet;
import java.util.Set;

/** Forwards as {@code ssh -G} prints them. */
final class ForwardDump {

    private final Settled settled;
    private final DumpLines lines;

    ForwardDump(Settled settled, DumpLines lines) {
        this.settled = settled;
        this.lines = lines;
    }

    /** In the order of the files; what a forward of another keyword of the same direction has said is not said again. */
    void print(Kind kind) {
        Set<ForwardSpec> seen = new LinkedHashSet<>();
        for (Setting setting : settled.effective().settings()) {
            if (isOfDirection(setting, kind)
                    && ForwardSpec.parse(setting.line().arguments(), kindOf(setting), settled.forwards())
                            instanceof Parsed.Good<ForwardSpec> good
                    && seen.add(good.value())
                    && isShownAs(good.value(), kind)) {
                String connect =
                        kind == Kind.DYNAMIC ? "" : " " + shown(good.value().connect());
                lines.put(kind.keyword(), shown(good.value().listen()) + connect, setting.origin());
            }
        }
    }

    /** ssh itself shows a forward to a socket as both kinds, and one to a host named {@code socks} as dynamic. */
    private static boolean isShownAs(ForwardSpec spec, Kind kind) {
        boolean socks = spec.connect() instanceof Socks
                || (spec.connect() instanceof Port port
                        && port.host().filter("socks"::equals).isPresent());
        return switch (kind) {
            case REMOTE -> true;
            case LOCAL -> !socks;
            case DYNAMIC -> socks || spec.connect() instanceof ForwardSpec.Path;
        };
    }

    private static boolean isOfDirection(Setting setting, Kind kind) {
        String name = setting.keyword().name();
        return kind == Kind.REMOTE
                ? name.equals("remoteforward")
                : name.equals("localforward") || name.equals("dynamicforward");
    }

    private static Kind kindOf(Setting setting) {
        return switch (setting.keyword().name()) {
            case "remoteforward" -> Kind.REMOTE;
            case "localforward" -> Kind.LOCAL;
            default -> Kind.DYNAMIC;
        };
    }

    private String shown(End end) {
        if (end instanceof ForwardSpec.Path path) {
            return settled.words().expand(path.path()).or(path.path());
        }
        if (end instanceof Port port) {
            return port.host().map(host -> "[" + host + "]:").orElse("") + port.number();
        }
        return "[socks]:0";
    }
}
