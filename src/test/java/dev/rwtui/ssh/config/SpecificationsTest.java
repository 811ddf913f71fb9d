package dev.rwtui.ssh.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.testing.MemoryConfigFiles;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forwards, jumps, destinations, patterns and expansions. */
final class SpecificationsTest {

    private static final ConfigFiles FILES = new MemoryConfigFiles();

    private static Parsed<ForwardSpec> forward(String arguments) {
        ForwardSpec.Reader reader = new ForwardSpec.Reader(
                Expansion.ofVariables(FILES.surroundings().environment()), FILES::service);
        return ForwardSpec.parse(ConfigLine.arguments(arguments).or(List.of()), ForwardSpec.Kind.LOCAL, reader);
    }

    @ParameterizedTest
    @CsvSource({
        "6006 127.0.0.1:6006,6006:127.0.0.1:6006",
        "80 [::1]:81,80:[::1]:81",
        "[::1]:80 h:81,[::1]:80:h:81",
        "*:80 h:81,*:80:h:81",
        ":80 h:81,*:80:h:81",
        "b:80 h:http,b:80:h:80",
        "80:h 81,80:h:81",
        "80 h:81:,80:h:81",
        "80 ${GREETING}:81,80:hello:81",
        "80 a\\\\:b:81,80:[a:b]:81",
        "' 80' h:81,80:h:81",
    })
    void aForwardOfPortsIsOpened(String arguments, String shown) {
        Parsed<ForwardSpec> parsed = forward(arguments);

        assertThat(parsed).isInstanceOf(Parsed.Good.class);
        assertThat(parsed.map(ForwardSpec::tcp).or(Optional.empty()).orElseThrow())
                .hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"80 /s", "/s h:80", "/s /t", "b:80 /s", "127.0.0.1/80 h/80", "80 :80", "[/s]:h 80", "[/s] h:80"})
    void aForwardOfSocketsIsKept(String arguments) {
        assertThat(forward(arguments).map(ForwardSpec::tcp)).isEqualTo(Parsed.of(Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "80 h",
                "80 h:x",
                "80 h:0",
                "0 h:80",
                "x h:80",
                "a:b:80 h:80",
                "80 [h:80",
                "80 [h]x:80",
                "80 h:1:2:3",
                "80",
                "80 ${MISSING}:1",
                "80 ${",
                "80 ${}",
                "b:80 x",
                "x /s",
                "b:x /s",
                "/s h:x",
                "80 h\\\\",
                "b:x h:80",
                "b:80 h:x",
            })
    void aForwardThatMakesNoSenseIsRefused(String arguments) {
        assertThat(forward(arguments).isGood()).isFalse();
    }

    @Test
    void namesAndPathsThatAreTooLongAreRefused() {
        assertThat(forward("80 " + "h".repeat(1_024) + ":80").isGood()).isFalse();
        assertThat(forward("80 /" + "s".repeat(107)).isGood()).isFalse();
        assertThat(forward("80 /" + "s".repeat(106)).isGood()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "g,-,g,-",
        "u@g,u,g,-",
        "u@v@g,u@v,g,-",
        "u@g:22,u,g,22",
        "g:,-,g,-",
        "g:ssh,-,g,22",
        "[::1]:22,-,::1,22",
        "u@[::1],u,::1,-",
        "ssh://g,-,g,-",
        "ssh://u@g:22/,u,g,22",
        "ssh://u;x=y@g,u,g,-",
        "ssh://a%20b@g,a b,g,-",
    })
    void aJumpHasAHostAndPerhapsUserAndPort(String text, String user, String host, String port) {
        assertThat(JumpSpec.parse(text, FILES::service))
                .contains(new JumpSpec(
                        Optional.of(user).filter(value -> !value.equals("-")),
                        host,
                        Optional.of(port).filter(value -> !value.equals("-")).map(Integer::valueOf)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@g",
                "u@",
                ":22",
                "g:0",
                "g:x",
                "[::1",
                "[::1]x",
                "g/h",
                "ssh://",
                "ssh://@g",
                "ssh://g/p",
                "ssh://%zz@g",
                "ssh://[::1]",
                "ssh://g..h",
                "ssh://;x@g"
            })
    void aJumpThatMakesNoSenseIsRefused(String text) {
        assertThat(JumpSpec.parse(text, FILES::service)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a,a,''", "u@a,a,'User=\"u\"'", "u@v@a,a,'User=\"u@v\"'", "ssh://u@a:7,a,'User=\"u\" Port=7'"})
    void aDestinationIsAHostWithOptions(String text, String host, String options) {
        Destination destination = Destination.parse(text, FILES::service);

        assertThat(destination.host()).isEqualTo(host);
        assertThat(String.join(" ", destination.options())).isEqualTo(options);
        assertThat(destination.problems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"@a", "u@", "-x", "a;b", "a b", "a\u007f", "ssh://a:x"})
    void aDestinationThatIsNoneIsAProblem(String text) {
        assertThat(Destination.parse(text, FILES::service).problems()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc",
        "abc,*",
        "'',*",
        "abc,a*",
        "abc,*c",
        "abc,a*c*",
        "abc,a?c",
        "abc,**",
        "aXbXc,a*X*c",
        "mississippi,m*issi*",
    })
    void aPatternMatchesTheWholeName(String name, String pattern) {
        assertThat(Pattern.matches(name, pattern)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"abc,ab", "abc,abcd", "abc,ABC", "abc,a?", "abc,*d", "'',?", "ab,a?c", "mississippi,m*issix*"})
    void aPatternThatFitsInPartDoesNotMatch(String name, String pattern) {
        assertThat(Pattern.matches(name, pattern)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Web.Example,web.example",
        "127.1,127.0.0.1",
        "1,0.0.0.1",
        "1.65535,1.0.255.255",
        "1.2.3,1.2.0.3",
        "010.0x7F.2.3,8.127.2.3",
        "4294967295,255.255.255.255",
        "4294967296,4294967296",
        "256.1.1.1,256.1.1.1",
        "1.2.3.256,1.2.3.256",
        "1.2.3.4.5,1.2.3.4.5",
        "08.1,08.1",
        "0X,0x",
        "1.2.3.4.,1.2.3.4.",
        "2001:DB8::0001,2001:db8::1",
        "2001:DB8:0:0:1:0:0:0,2001:db8:0:0:1::",
        "1:2:3:4:5:6:7:8,1:2:3:4:5:6:7:8",
        "1:0:3:4:5:6:7:8,1:0:3:4:5:6:7:8",
        "::1,::1",
        "FE80::1,FE80::1",
        "fe80::1%lo,fe80::1%lo",
        "::FFFF:1.2.3.4,::FFFF:1.2.3.4",
        "1::2::3,1::2::3",
        "A:B,A:B",
    })
    void addressesAndNamesHaveOneForm(String written, String normal) {
        assertThat(NumericAddress.normal(written)).isEqualTo(normal);
    }

    @Test
    void aNegationBeatsAnyMatchAndAloneMatchesNothing() {
        assertThat(Pattern.anyMatches("a", List.of("*", "!a"))).isFalse();
        assertThat(Pattern.anyMatches("b", List.of("!a", "*"))).isTrue();
        assertThat(Pattern.anyMatches("b", List.of("!a"))).isFalse();
    }

    @Test
    void tokensThatAreNotAllowedAreFaults() {
        Expansion.Source source = key -> key == 'h' ? Optional.of("x") : Optional.empty();
        Expansion expansion = Expansion.of(source);

        assertThat(expansion.expand("%h-%%-$")).isEqualTo(Parsed.of("x-%-$"));
        assertThat(expansion.expand("%z")).isEqualTo(Parsed.bad("unknown key %z"));
        assertThat(expansion.expand("a%")).isEqualTo(Parsed.bad("a % stands at the end of \"a%\""));
        assertThat(expansion.expand("${HOME}")).isEqualTo(Parsed.of("${HOME}"));
    }

    @Test
    void aTildeIsAHomeOfThePasswordDatabase() {
        Homes homes = new Homes(FILES);

        assertThat(homes.replaceTilde("~")).isEqualTo(Parsed.of("/home/me/"));
        assertThat(homes.replaceTilde("~//x")).isEqualTo(Parsed.of("/home/me/x"));
        assertThat(homes.replaceTilde("~root/x")).isEqualTo(Parsed.of("/x"));
        assertThat(homes.replaceTilde("/~")).isEqualTo(Parsed.of("/~"));
        assertThat(homes.replaceTilde("~nobody")).isEqualTo(Parsed.bad("No such user nobody"));
    }
}
