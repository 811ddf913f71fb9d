package dev.rwtui.ssh.config;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.Proxy.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ProxyJump} and {@code ProxyCommand}: whichever comes first wins. {@code none} ends the matter, but for {@code
 * ProxyJump none} where ssh {@linkplain OpenSsh#readsJumpsAnew lets a later command through}.
 */
final class ProxyResolver {

    private final Site site;
    private final Tokens tokens;

    ProxyResolver(Site site, Tokens tokens) {
        this.site = site;
        this.tokens = tokens;
    }

    Value<Proxy> resolve(Effective effective) {
        Optional<Setting> setting = winner(effective, site.ssh());
        return setting.isPresent()
                ? new Value<>(proxy(setting.get()), setting.get().origin())
                : new Value<>(new Proxy.None(), new Origin.Default());
    }

    static Optional<Setting> winner(Effective effective, OpenSsh ssh) {
        for (Setting setting : effective.settings()) {
            if (isCommand(setting)) {
                return Optional.of(setting);
            }
            if (isJump(setting)) {
                boolean passedOn = ssh.readsJumpsAnew() && isNone(setting) && effective.isSet("proxycommand");
                return passedOn ? effective.first("proxycommand") : Optional.of(setting);
            }
        }
        return Optional.empty();
    }

    /** The last server of the jump that wins. */
    static Optional<JumpSpec> lastJump(Effective effective, Site site) {
        Optional<Setting> setting = winner(effective, site.ssh());
        if (setting.isEmpty() || !isJump(setting.get())) {
            return Optional.empty();
        }
        Jumps jumps = Jumps.of(setting.get().line());
        return jumps.isNone() ? Optional.empty() : JumpSpec.parse(jumps.last(), site.files()::service);
    }

    /** Whether ssh takes it that the host itself is dialled; up to 9.3 even {@code ProxyJump none} counts as a jump. */
    static boolean isDirect(Effective effective, OpenSsh ssh) {
        Optional<Setting> jump = effective.first("proxyjump");
        boolean counts = !ssh.isAtLeast(9, 4) && jump.isPresent() && isNone(jump.get());
        Optional<Setting> winner = winner(effective, ssh);
        return !counts && (winner.isEmpty() || isNone(winner.get()));
    }

    private static boolean isNone(Setting setting) {
        return setting.line().command().equalsIgnoreCase("none");
    }

    static boolean isJump(Setting setting) {
        return setting.keyword().name().equals("proxyjump");
    }

    private static boolean isCommand(Setting setting) {
        return setting.keyword().name().equals("proxycommand");
    }

    /** A server that is its own last jump, which ssh refuses. */
    static Optional<String> loop(Effective effective, Site site, Tokens tokens) {
        Optional<JumpSpec> last = lastJump(effective, site);
        if (last.isEmpty()) {
            return Optional.empty();
        }
        JumpSpec jump = last.get();
        boolean same = jump.host().equals(tokens.hostName())
                && jump.port().orElse(ResolvedHost.DEFAULT_PORT) == tokens.port()
                && jump.user().orElse(tokens.user()).equals(tokens.user());
        return same ? Optional.of("jumphost loop via " + jump.host()) : Optional.empty();
    }

    private Proxy proxy(Setting setting) {
        if (isJump(setting)) {
            Jumps jumps = Jumps.of(setting.line());
            return jumps.isNone() ? new Proxy.None() : jumps(chain(jumps));
        }
        String line = setting.line().command();
        if (line.equalsIgnoreCase("none")) {
            return new Proxy.None();
        }
        return CommandProxy.of(expanded(line), new Endpoint(tokens.hostName(), tokens.port()), site.files());
    }

    private List<JumpSpec> chain(Jumps jumps) {
        List<JumpSpec> all = new ArrayList<>();
        jumps.handedOn(site.ssh())
                .ifPresent(before -> all.addAll(
                        JumpSpec.chain(before.checked(), site.files()::service).or(List.of())));
        JumpSpec.parse(jumps.last(), site.files()::service).ifPresent(all::add);
        return all;
    }

    private Proxy jumps(List<JumpSpec> chain) {
        return new Proxy.Jumps(chain.stream().map(this::jump).toList(), Optional.empty());
    }

    private Jump jump(JumpSpec spec) {
        List<String> options = new ArrayList<>();
        spec.user().ifPresent(user -> options.add(Overrides.option("User", expanded(user))));
        spec.port().ifPresent(port -> options.add("Port=" + port));
        return new Jump(expanded(spec.host()), new Overrides(options), new Proxy.Configuration.Same());
    }

    /** An unknown token stays: {@code ssh -G} does not mind it, and the name it makes leads nowhere. */
    private String expanded(String text) {
        return Expansion.of(tokens.ofProxies()).expand(text).or(text);
    }
}
