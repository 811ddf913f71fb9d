package dev.rwtui.ssh.config;

import dev.rwtui.base.Endpoint;
import dev.rwtui.ssh.config.ArgumentSyntax.Jumps;
import dev.rwtui.ssh.config.ParsedFile.Setting;
import dev.rwtui.ssh.config.Proxy.Jump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code ProxyJump} and {@code ProxyCommand}: whichever comes first wins. {@code ProxyCommand none} ends the matter;
 * {@code ProxyJump none} rules out later jumps but, as with OpenSSH 9.2, no later command.
 */
final class ProxyResolver {

    private final ConfigFiles files;
    private final Tokens tokens;

    ProxyResolver(ConfigFiles files, Tokens tokens) {
        this.files = files;
        this.tokens = tokens;
    }

    Value<Proxy> resolve(Effective effective) {
        return winner(effective)
                .map(setting -> new Value<>(proxy(setting), setting.origin()))
                .orElseGet(() -> new Value<>(new Proxy.None(), new Origin.Default()));
    }

    static Optional<Setting> winner(Effective effective) {
        Optional<Setting> first = effective.settings().stream()
                .filter(setting -> isJump(setting) || isCommand(setting))
                .findFirst();
        return first.filter(
                        setting -> isJump(setting) && Jumps.of(setting.line()).isNone())
                .flatMap(none -> effective.first("proxycommand"))
                .or(() -> first);
    }

    private static boolean isJump(Setting setting) {
        return setting.keyword().name().equals("proxyjump");
    }

    private static boolean isCommand(Setting setting) {
        return setting.keyword().name().equals("proxycommand");
    }

    /** A server that is its own last jump, which ssh refuses. */
    Optional<String> loop(Effective effective) {
        return winner(effective)
                .filter(ProxyResolver::isJump)
                .filter(setting -> !Jumps.of(setting.line()).isNone())
                .map(this::chain)
                .map(chain -> chain.get(chain.size() - 1))
                .filter(jump -> jump.host().equals(tokens.hostName()))
                .filter(jump -> jump.port().orElse(ResolvedHost.DEFAULT_PORT) == tokens.port())
                .filter(jump -> jump.user().orElse(tokens.user()).equals(tokens.user()))
                .map(jump -> "jumphost loop via " + jump.host());
    }

    private Proxy proxy(Setting setting) {
        if (isJump(setting)) {
            return Jumps.of(setting.line()).isNone() ? new Proxy.None() : jumps(chain(setting));
        }
        String line = setting.line().command();
        if (line.equalsIgnoreCase("none")) {
            return new Proxy.None();
        }
        return CommandProxy.of(expanded(line), new Endpoint(tokens.hostName(), tokens.port()), files);
    }

    private List<JumpSpec> chain(Setting setting) {
        return JumpSpec.chain(Jumps.of(setting.line()).checked(), files::service)
                .or(List.of());
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
