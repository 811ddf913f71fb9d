package dev.rwtui.ssh.config;

import java.util.Optional;

/**
 * The argument of {@code ProxyJump}, which is not split at blanks.
 *
 * @param text as written; ssh compares all of it, a comment included, with {@code none}
 */
record Jumps(String text) {

    static Jumps of(ConfigLine line) {
        return new Jumps(line.command());
    }

    boolean isNone() {
        return text.equalsIgnoreCase("none");
    }

    /**
     * What stands before the last comma, which ssh hands on to another of its kind. It long looked for that comma in
     * comments too.
     */
    Optional<Jumps> handedOn(OpenSsh ssh) {
        String chain = ssh.readsJumpsAnew() ? checked() : text;
        int comma = chain.lastIndexOf(',');
        return comma > 0 ? Optional.of(new Jumps(chain.substring(0, comma))) : Optional.empty();
    }

    /** The server that ssh itself goes through. */
    String last() {
        String chain = checked();
        return chain.substring(chain.lastIndexOf(',') + 1);
    }

    /** Up to a comment or the first blank. */
    String checked() {
        int end = 0;
        while (end < text.length() && text.charAt(end) != '#' && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }
}
