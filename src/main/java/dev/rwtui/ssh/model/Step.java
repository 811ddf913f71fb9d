package dev.rwtui.ssh.model;

/** Where an attempt to connect one hop stands, in the order in which they come. */
public enum Step {
    WAITING_FOR_GATEWAY("waiting for the gateway"),
    RESOLVING("resolving the name"),
    REACHING("opening TCP"),
    /** A direct-tcpip channel on the gateway's session, in place of {@link #RESOLVING} and {@link #REACHING}. */
    TUNNELLING("opening a channel through the gateway"),
    /** A {@code ProxyCommand} that is not a hop. */
    STARTING_COMMAND("starting the proxy command"),
    KEY_EXCHANGE("key exchange"),
    HOST_KEY("checking the host key"),
    AUTHENTICATING("authenticating"),
    WAITING_FOR_ANSWER("waiting for your answer");

    private final String words;

    Step(String words) {
        this.words = words;
    }

    /** What a person reads, lower case, without a full stop. */
    public String words() {
        return words;
    }
}
