package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncFailure;
import dev.rwtui.remote.Posix;
import java.util.List;
import java.util.regex.Pattern;

/** What git, run for its origin, has said where it failed, in a sentence, and what may help. Pure. */
final class GitRefusal {

    private static final String BRING = "git-sync can take the commits from here instead, over rwtui's own session";

    /** What may help where the origin says nothing at all. */
    static final String SILENT = "the origin does not answer that host; " + BRING;

    private static final Pattern LINE_END = Pattern.compile("[\r\n]+");

    /** A user and a password in a URL. */
    private static final Pattern USER = Pattern.compile("(?<=://)[^/@\\s]*@");

    /** What git says after it, when its ssh has said why. */
    private static final List<String> EMPTY_WORDS = List.of(
            "Could not read from remote repository.",
            "the remote end hung up unexpectedly",
            "The remote end hung up unexpectedly");

    /** git's and ssh's words under LC_ALL=C, the first that is found counts. */
    private static final List<Advice> ADVICE = List.of(
            new Advice(
                    "detected dubious ownership|unsafe repository \\(",
                    "the repository belongs to another account there; if you trust that one, run there:"
                            + " git config --global --add safe.directory "),
            new Advice(
                    "Could not resolve host|Temporary failure in name resolution|Name or service not known"
                            + "|nodename nor servname|No address associated",
                    "that host does not find its way to the origin; " + BRING),
            new Advice(
                    "Connection refused|timed out|Network is unreachable|No route to host|Failed to connect"
                            + "|Couldn't connect|Could not connect|Connection reset|Connection closed by|Empty reply",
                    "that host does not reach the origin; " + BRING),
            new Advice(
                    "Permission denied \\(",
                    "where the key is in an agent here, ForwardAgent yes in your ssh_config lends it to that host; or "
                            + BRING),
            new Advice(
                    "Host key verification failed",
                    "the host does not know the origin's key: log in there once and ssh to the origin; or " + BRING),
            new Advice(
                    "could not read (?:Username|Password)|terminal prompts disabled",
                    "nobody answered what git asked; a credential helper there would; or " + BRING),
            new Advice(
                    "Authentication failed|HTTP Basic: Access denied|invalid credentials|returned error: 40[13]",
                    "the origin does not take that name and password (many want a token in place of the password); or "
                            + BRING),
            new Advice(
                    "certificate|SSL|TLS", "the host does not trust the origin's certificate, or its clock is wrong"),
            new Advice("fetch first|non-fast-forward", "somebody has pushed since: fetch, and look at the plan again"),
            new Advice(
                    "protected branch|pre-receive hook declined|hook declined",
                    "the origin does not take it: keep the commits on a branch instead"),
            new Advice(
                    "does not appear to be a git repository|[Rr]epository .*not found|does not exist|No such remote",
                    "see what git remote -v says there"),
            new Advice("[Cc]ouldn't find remote ref|could not find remote ref", "the origin has no such branch"),
            new Advice("No space left|[Dd]isk quota exceeded", "make room there"),
            new Advice("Unable to create .*\\.lock|cannot lock ref", "another git may be at work there"));

    private GitRefusal() {}

    private record Advice(Pattern sign, String words) {
        Advice(String sign, String words) {
            this(Pattern.compile(sign), words);
        }
    }

    /**
     * A failure in git's words.
     *
     * @param words the end of what it has written
     * @param root of the repository there
     */
    static SyncFailure of(String words, String root) {
        List<String> lines = LINE_END.splitAsStream(words)
                .map(line -> USER.matcher(line.strip()).replaceAll(""))
                .filter(line -> !line.isEmpty())
                .toList();
        String why = why(lines);
        String all = String.join("\n", lines);
        return new SyncFailure(SyncFailure.Kind.REFUSED, why, advice(all, root));
    }

    private static String why(List<String> lines) {
        int fatal = last(lines, "fatal: ");
        if (fatal >= 0 && !isEmpty(lines.get(fatal))) {
            return sentence(lines.get(fatal));
        }
        int rejected = last(lines, "! [");
        if (rejected >= 0) {
            return sentence(lines.get(rejected).substring("! ".length()));
        }
        if (fatal > 0) {
            return sentence(lines.get(fatal - 1));
        }
        int error = last(lines, "error: ");
        if (error >= 0) {
            return sentence(lines.get(error));
        }
        return lines.isEmpty() ? "git failed without a word" : sentence(lines.get(lines.size() - 1));
    }

    private static boolean isEmpty(String fatal) {
        return EMPTY_WORDS.stream().anyMatch(fatal::contains);
    }

    private static int last(List<String> lines, String beginning) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    }

    private static String sentence(String line) {
        return line.replaceFirst("^(?:fatal|error): ", "").replaceFirst("[.:\\s]+$", "");
    }

    private static String advice(String words, String root) {
        return ADVICE.stream()
                .filter(advice -> advice.sign().matcher(words).find())
                .findFirst()
                .map(advice -> advice.words().endsWith(" ") ? advice.words() + quoted(root) : advice.words())
                .orElse("");
    }

    private static String quoted(String root) {
        return Posix.quoted(root);
    }
}
