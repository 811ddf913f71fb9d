package dev.rwtui.ssh.jsch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server says up to its SSH greeting: RFC 4253 section 4.2 lets other lines come before it. One reader. */
final class Greeting {

    private static final int MOST_KEPT = 200;

    /** What sshd says in place of it where it has no room: MaxStartups and PerSourcePenalties of sshd_config(5). */
    private static final Pattern TURNED_AWAY = Pattern.compile("Exceeded MaxStartups|Not allowed at this time");

    private boolean come;
    private boolean lineStart = true;
    private String before = "";

    void heard(String text) {
        if (come) {
            return;
        }
        come = (lineStart && text.startsWith("SSH-")) || text.contains("\nSSH-");
        lineStart = text.endsWith("\n");
        before = (before + text).substring(0, Math.min(MOST_KEPT, before.length() + text.length()));
    }

    boolean hasCome() {
        return come;
    }

    /** Why there will be none now, in the server's words; empty where it did not say that it has no room. */
    Optional<String> turnedAway() {
        Matcher words = TURNED_AWAY.matcher(before);
        return !come && words.find() ? Optional.of(words.group()) : Optional.empty();
    }
}
