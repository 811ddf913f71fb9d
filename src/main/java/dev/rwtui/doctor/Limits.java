package dev.rwtui.doctor;

import dev.rwtui.ssh.model.Remark;
import java.util.stream.Stream;

/** What {@code ssh} does and rwtui does not, for whoever looks for the reason of something. */
final class Limits {

    private static final String ABOUT = "what rwtui leaves to ssh";

    private Limits() {}

    static Stream<Remark> all() {
        return Stream.of(
                limit("a running ControlMaster is not used: rwtui logs in by itself, once for each hop"),
                limit("Kerberos (GSSAPI) is not spoken: a key, a password or a code lets you in"),
                limit("keys of security devices (sk-) are used through ssh-agent alone: ssh-add them"),
                limit("UpdateHostKeys is not followed: a server's new keys are not learnt from its old ones"),
                limit("RekeyLimit is not followed: the server alone asks for new keys, and gets them"),
                limit("KnownHostsCommand, hostbased login, PKCS#11 and X11 are not there"));
    }

    private static Remark limit(String text) {
        return Remark.notable(ABOUT, text, "");
    }
}
