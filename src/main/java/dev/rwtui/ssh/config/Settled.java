package dev.rwtui.ssh.config;

import java.util.List;
import java.util.Locale;

/** What looking a name up has gathered: the lines that apply, and where the name leads. */
final class Settled {

    private final Site site;
    private final Effective effective;
    private final String given;
    private final Value<String> hostName;
    private final List<Problem> problems;
    private final List<String> uncertainties;
    private final int port;
    private final String jumpHost;
    private final Parsed<String> user;
    private final Tokens tokens;

    /**
     * Works out what the other values are made of.
     *
     * @param given the name as ssh is given it
     * @param uncertainties what was left open because the name was only listed
     */
    Settled(
            Site site,
            Effective effective,
            String given,
            Value<String> hostName,
            List<Problem> problems,
            List<String> uncertainties) {
        this.site = site;
        this.effective = effective;
        this.given = given;
        this.hostName = hostName;
        this.problems = problems;
        this.uncertainties = uncertainties;
        this.port = Situation.port(effective, site);
        this.jumpHost = Situation.jumpHost(effective, site);
        this.user = expandedUser();
        this.tokens = tokens(user.or(userAsWritten()));
    }

    Site site() {
        return site;
    }

    Effective effective() {
        return effective;
    }

    String given() {
        return given;
    }

    Value<String> hostName() {
        return hostName;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> uncertainties() {
        return uncertainties;
    }

    int port() {
        return port;
    }

    Parsed<String> user() {
        return user;
    }

    Tokens tokens() {
        return tokens;
    }

    /** The user as the line that sets it says; the local one where none does. */
    private String userAsWritten() {
        return effective.text("user", site.files().surroundings().user());
    }

    /** Release notes of 10.0: tokens and variables of a user that a file names are expanded. */
    private Parsed<String> expandedUser() {
        boolean trusted = effective.origin("user") instanceof Origin.CommandLine
                && site.ssh().readsJumpsAnew();
        boolean expands = site.ssh().isAtLeast(10, 0) && effective.isSet("user") && !trusted;
        return expands
                ? Expansion.of(
                                tokens(userAsWritten()).ofUser(),
                                site.files().surroundings().environment())
                        .expand(userAsWritten())
                : Parsed.of(userAsWritten());
    }

    /** Empty text where none is set. */
    String keyAlias() {
        return effective.text("hostkeyalias", "").toLowerCase(Locale.ROOT);
    }

    private Tokens tokens(String name) {
        return new Tokens(
                site.files().surroundings(),
                site.ssh(),
                given,
                hostName.value(),
                port,
                name,
                effective.isSet("hostkeyalias") ? keyAlias() : given,
                jumpHost);
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
        Parsed<String> absolute = new Homes(site.files()).replaceTilde(text);
        return absolute.isGood() ? paths().expand(absolute.or(text)) : absolute;
    }

    ForwardSpec.Reader forwards() {
        return new ForwardSpec.Reader(
                Expansion.ofVariables(site.files().surroundings().environment()), site.files()::service);
    }
}
