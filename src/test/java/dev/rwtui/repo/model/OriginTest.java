package dev.rwtui.repo.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OriginTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git@github.com:org/vision.git             | https://github.com/org/vision
            git@github.com:org/vision.git             | https://ada@github.com/org/vision.git
            git@github.com:org/vision.git             | https://ada:token@github.com/org/vision.git/
            git@github.com:org/vision.git             | ssh://git@github.com/org/vision.git
            git@github.com:org/vision.git             | ssh://git@github.com:22/org/vision
            git@github.com:org/vision.git             | ssh://git@ssh.github.com:443/org/vision.git
            git@github.com:org/vision.git             | git://github.com/org/vision.git
            git@github.com:org/vision.git             | git://github.com:9418/org/vision
            git@github.com:org/vision.git             | github.com:org/vision
            git@github.com:org/vision.git             | git@GitHub.com:Org/Vision.git
            git@github.com:org/vision.git             | git@github.com:/org/vision.git
            git@github.com:org/vision.git             | https://www.github.com/org/vision
            git@github.com:org/vision.git             | https://github.com:443/org//vision/
            git@github.com:org/vision.git             | http://github.com:80/org/./vision
            git@github.com:org/vision.git             | git+ssh://git@github.com/org/vision.git
            git@github.com:org/vision.git             | SSH://git@github.com./org/vision.git
            git@github.com:org/vision.git             | https://github.com/org/vision.git?private_token=x
            git@gitlab.com:group/sub/x.git            | https://gitlab.com/Group/Sub/X
            git@gitlab.com:group/sub/x.git            | ssh://git@altssh.gitlab.com:443/group/sub/x.git
            git@bitbucket.org:team/x.git              | https://ada@bitbucket.org/Team/X.git
            git@bitbucket.org:team/x.git              | ssh://git@altssh.bitbucket.org:443/team/x.git
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://dev.azure.com/org/proj/_git/repo
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://org@dev.azure.com/Org/Proj/_git/Repo
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://org.visualstudio.com/proj/_git/repo
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://org.visualstudio.com/DefaultCollection/proj/_git/repo
            git@ssh.dev.azure.com:v3/org/proj/repo    | org@vs-ssh.visualstudio.com:v3/org/proj/repo
            git@ssh.dev.azure.com:v3/org/My%20P/repo  | https://dev.azure.com/org/My%20P/_git/repo
            git@ssh.dev.azure.com:v3/org/repo/repo    | https://dev.azure.com/org/_git/repo
            git@git.eng.cam.ac.uk:lab/x.git           | https://git.eng.cam.ac.uk/lab/x
            ssh://git@git.lab.org:2222/lab/x.git      | https://git.lab.org:8443/lab/x.git
            ssh://git@git.lab.org:2222/lab/x.git      | [git@git.lab.org:2222]:lab/x
            ssh://[::1]/srv/git/x.git                 | git@[::1]:/srv/git/x
            ssh://host/~/code/x                       | host:code/x
            ssh://host/~/code/x                       | host:~/code/x.git
            https://host/a%20b/x                      | ssh://host/a%20b/x.git
            /srv/git/x.git                            | /srv/git/x
            /srv/git/x.git                            | file:///srv/git/x.git/
            /srv/git/x.git                            | file://localhost/srv//git/x
            file:///srv/a%20b                         | /srv/a b
            /srv/work/.git                            | /srv/work/
            foo::bar                                  | foo::bar
            """)
    void theseAreTheSame(String one, String other) {
        assertThat(Origin.same(one, other)).isTrue();
        assertThat(Origin.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git@github.com:org/vision.git             | git@github.com:org/vision2.git
            git@github.com:org/vision.git             | git@github.com:ada/vision.git
            git@github.com:org/vision.git             | git@gitlab.com:org/vision.git
            git@github.com:org/vision.git             | https://gist.github.com/org/vision.git
            git@github.com:org/vision.git             | git@github.com:org/vision.wiki.git
            git@github.com:org/vision.git             | git@notgithub.com:org/vision.git
            git@github.com:org/vision.git             | git@github.com.evil.org:org/vision.git
            git@git.lab.org:Lab/x.git                 | git@git.lab.org:lab/x.git
            ssh://git@git.lab.org:2222/lab/x.git      | ssh://git@git.lab.org:2223/lab/x.git
            http://localhost:3000/lab/x               | http://localhost:8080/lab/x
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://dev.azure.com/org/proj/_git/other
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://other.visualstudio.com/proj/_git/repo
            git@ssh.dev.azure.com:v3/org/proj/repo    | https://dev.azure.com/org/_git/repo
            /srv/git/x.git                            | host:/srv/git/x.git
            /srv/git/x.git                            | file://host/srv/git/x.git
            /srv/git/x.git                            | /srv/git/y.git
            /srv/git/x.git                            | srv/git/x.git
            /srv/a%20b                                | /srv/a b
            /srv/Git/x                                | /srv/git/x
            foo::bar                                  | foo::baz
            ./a:b                                     | a:b
            host:x/y                                  | host:x
            """)
    void theseAreNot(String one, String other) {
        assertThat(Origin.same(one, other)).isFalse();
        assertThat(Origin.same(other, one)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ada:SECRET@github.com/org/x.git",
                "https://SECRET@github.com/org/x.git",
                "https://ada@corp.com:SECRET@github.com/org/x.git",
                "https://ada:SEC/SECRET@github.com/org/x",
                "https://github.com/org/x?access_token=SECRET",
                "https://github.com/org/x#SECRET",
                "ssh://ada:SECRET@host:2222/x",
                "ftp://ada:SECRET@host/x",
                "helper::https://ada:SECRET@host/x",
                "ada:SECRET@host:x",
                "https://ada:SECRET@"
            })
    void noSecretIsShown(String url) {
        Remote remote = new Remote("origin", url);

        assertThat(remote + remote.shown() + remote.origin() + Origin.shown(url))
                .doesNotContain("SECRET");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://ada:x@GitHub.com/Org/x.git        | https://GitHub.com/Org/x.git         | github.com/org/x
            git@host:code/x.git                       | host:code/x.git                      | host/code/x
            ssh://git@[::1]:2222/x                    | ssh://[::1]:2222/x                   | ::1:2222/x
            [git@host:2222]:x                         | [host:2222]:x                        | host:2222/x
            https://host:3000/@org/x                  | https://host:3000/@org/x             | host:3000/@org/x
            /srv/git/x.git                            | /srv/git/x.git                       | /srv/git/x
            """)
    void aPersonSees(String url, String shown, String name) {
        assertThat(Origin.shown(url)).isEqualTo(shown);
        assertThat(Origin.of(url)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", ":", "://", "::", "/", ".git", "@", "https://", "ssh://:/", "x:", "[", "https://%zz/%", "v3"
            })
    void nothingIsTooOddToCompare(String url) {
        assertThat(Origin.same(url, url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "./", "%20", "@", ":", "[", "\u00fc"})
    void lengthDoesNotMatter(String piece) {
        String hostile = "ssh://dev.azure.com/" + piece.repeat(100_000);

        assertThat(Origin.same(hostile, "https://github.com/" + piece.repeat(100_000)))
                .isFalse();
    }

    /** They come from files of other machines too. */
    @ParameterizedTest
    @ValueSource(
            strings = {"ssh://[/x", "ssh://]/x", "ssh://[]/x", "ssh://[::1/x", "git@[:x", "[", "://", "ssh://", ""})
    void whatIsInNoKnownFormIsNoFault(String url) {
        assertThat(Origin.same(url, url)).isTrue();
        assertThat(Origin.same(url, "git@github.com:me/x.git")).isFalse();
        assertThat(Origin.shown(url)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            git@github.com:org/vision.git              | git@github.com:org/vision.git
            github.com:org/vision.git                  | github.com:org/vision.git
            ssh://git@github.com:22/org/vision.git     | ssh://git@github.com:22/org/vision.git
            ssh://git:secret@github.com/org/vision.git | ssh://git@github.com/org/vision.git
            ssh://github.com/org/vision.git            | ssh://github.com/org/vision.git
            [git@git.lab.org:2222]:lab/x               | [git@git.lab.org:2222]:lab/x
            git@[::1]:/srv/git/x                       | git@[::1]:/srv/git/x
            https://ada:secret@github.com/org/vision   | https://github.com/org/vision
            https://secret@github.com/org/vision       | https://github.com/org/vision
            https://github.com/org/x?private_token=s   | https://github.com/org/x
            git:secret@github.com:org/vision.git       | git:github.com:org/vision.git
            /srv/git/x.git                             | /srv/git/x.git
            foo::https://ada:secret@host/x             | foo::https://host/x
            """)
    void anotherMachineIsToldNoPassword(String url, String told) {
        assertThat(Origin.withoutPassword(url)).isEqualTo(told);
    }
}
