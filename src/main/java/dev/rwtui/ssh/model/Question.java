package dev.rwtui.ssh.model;

import dev.rwtui.base.HostAlias;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Something only a person can answer while a connection is being made.
 *
 * @param host the host that was asked for
 * @param hop the hop that asks, which may be one of its gateways
 * @param patience how long the asking side waits before it hangs up (sshd's LoginGraceTime is not told; this is its
 *     default)
 */
public record Question(long id, HostAlias host, HostAlias hop, Ask ask, Duration patience) {

    /** What is asked. All text comes from outside and is unsanitised. */
    public sealed interface Ask {}

    /** Secrets or codes to type, answered by {@link Answer.Typed} with one entry per field, in order. */
    public record Fields(String title, String instruction, List<Field> fields) implements Ask {
        public Fields {
            fields = List.copyOf(fields);
        }
    }

    /** One line to type. */
    public record Field(String label, Echo echo) {}

    /** Whether what is typed may be seen. */
    public enum Echo {
        SHOWN,
        HIDDEN
    }

    /**
     * A host key that no known_hosts file holds, answered by {@link Answer.Yes} or {@link Answer.No}.
     *
     * @param address the name it would be recorded under, {@code host} or {@code [host]:port}
     * @param type for example {@code ssh-ed25519}
     * @param fingerprint {@code SHA256:…}, unpadded base64 as {@code ssh-keygen -l} prints it
     * @param file where it would be recorded; empty where there is none to write to
     */
    public record UnknownHostKey(String address, String type, String fingerprint, Optional<String> file)
            implements Ask {}
}
