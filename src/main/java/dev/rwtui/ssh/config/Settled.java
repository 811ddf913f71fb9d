package dev.rwtui.ssh.config;

import dev.rwtui.ssh.config.ParsedFile.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What looking a name up has gathered: the lines that apply, and where the name leads.
 *
 * @param given the name as ssh is given it
 * @param uncertainties what was left open because the name was only listed
 */
record Settled(
        Site site,
        Effective effective,
        String given,
        Value<String> hostName,
        List<Problem> problems,
        List<String> uncertainties) {

    int port() {
        return effective
                .first("port")
                .flatMap(setting -> Numbers.port(setting.first(), site.files()::service))
                .orElse(ResolvedHost.DEFAULT_PORT);
    }

    /** The user as the line that sets it says; the local one where none does. */
    private String userAsWritten() {
        return effective
                .first("user")
                .map(Setting::first)
                .orElse(site.files().surroundings().user());
    }

    /** Release notes of 10.0: tokens and variables of a user that a file names are expanded. */
    Parsed<String> user() {
        Optional<Setting> setting = effective.first("user");
        boolean expands = site.ssh().isAtLeast(10, 0)
                && setting.filter(user -> !(user.origin() instanceof Origin.CommandLine))
                        .isPresent();
        return expands
                ? Expansion.of(
                                tokens(userAsWritten()).ofUser(),
                                site.files().surroundings().environment())
                        .expand(userAsWritten())
                : Parsed.of(userAsWritten());
    }

    Optional<String> keyAlias() {
        return effective.first("hostkeyalias").map(setting -> setting.first().toLowerCase(Locale.ROOT));
    }

    Tokens tokens() {
        return tokens(user().or(userAsWritten()));
    }

    private Tokens tokens(String user) {
        return new Tokens(
                site.files().surroundings(),
                site.ssh(),
                given,
                hostName.value(),
                port(),
                user,
                keyAlias().orElse(given),
                ProxyResolver.lastJump(effective, site).map(JumpSpec::host).orElse(""));
    }

    /** Tokens and variables, as most keywords that name files take them. */
    Expansion paths() {
        return Expansion.of(tokens().ofPaths(), site.files().surroundings().environment());
    }

    /** Tokens alone, as commands and sockets take them. */
    Expansion words() {
        return Expansion.of(tokens().ofPaths());
    }

    /** {@code ~}, then tokens and variables. */
    Parsed<String> path(String text) {
        return new Homes(site.files()).replaceTilde(text).then(paths()::expand);
    }

    ForwardSpec.Reader forwards() {
        return new ForwardSpec.Reader(Expansion.of(site.files().surroundings().environment()), site.files()::service);
    }
}
