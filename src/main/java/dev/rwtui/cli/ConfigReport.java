package dev.rwtui.cli;

import dev.rwtui.ssh.model.Resolution;
import dev.rwtui.ssh.model.Resolution.Line;
import dev.rwtui.ssh.model.Resolution.Standing;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/**
 * What {@code rwtui config} prints: the lines of {@code ssh -G}. Knows nothing of picocli and Jackson, which would take
 * longer to load than a large configuration to read.
 */
public final class ConfigReport {

    /** Lines up to here decide where the comments stand; longer ones, lists of algorithms above all, push theirs on. */
    private static final int WIDEST = 56;

    private static final String DEFAULT = "default";

    private ConfigReport() {}

    /** How much is said of each value. */
    public enum Detail {
        VALUES,
        /** With where it comes from, as a comment at the end of its line. */
        ORIGINS
    }

    /**
     * What is asked.
     *
     * @param file the argument of {@code -F}
     * @param options the arguments of {@code -o}, in order
     * @param hosts as they would be given to {@code ssh}; not empty
     */
    public record Query(Optional<String> file, List<String> options, List<String> hosts, Detail detail) {
        public Query {
            options = List.copyOf(options);
            hosts = List.copyOf(hosts);
        }
    }

    /**
     * Looks the hosts up and prints them, an empty line between two; what is refused goes to {@code err}. Does not flush.
     *
     * @return {@link ExitCode#USAGE} where a host is refused
     */
    public static ExitCode print(Query query, World.Resolutions resolutions, PrintWriter out, PrintWriter err) {
        ExitCode code = ExitCode.DONE;
        StringBuilder text = new StringBuilder();
        for (Resolution resolution : resolutions.resolve(query.file(), query.options(), query.hosts())) {
            if (resolution instanceof Resolution.Resolved resolved) {
                if (text.length() > 0) {
                    text.append('\n');
                }
                append(text, resolved.lines(), query.detail());
            } else {
                complain((Resolution.Refused) resolution, err);
                code = ExitCode.USAGE;
            }
        }
        out.print(text);
        return code;
    }

    /** One line for each problem. */
    static void complain(Resolution.Refused refused, PrintWriter err) {
        for (String problem : refused.problems()) {
            err.println("rwtui: ".concat(Plain.text(problem)));
        }
    }

    private static void append(StringBuilder text, List<Line> lines, Detail detail) {
        int column = detail == Detail.ORIGINS ? column(lines) : 0;
        for (Line line : lines) {
            String said = said(line);
            text.append(said);
            if (detail == Detail.ORIGINS) {
                text.append(" ".repeat(Math.max(0, column - said.length())))
                        .append(" # ")
                        .append(Plain.text(line.origin()));
                if (line.standing() == Standing.KEPT && !line.origin().equals(DEFAULT)) {
                    text.append(", not acted on");
                }
            }
            text.append('\n');
        }
    }

    private static String said(Line line) {
        String value = line.value();
        return value.isEmpty() ? line.keyword() : line.keyword().concat(" ").concat(Plain.line(value));
    }

    private static int column(List<Line> lines) {
        int column = 0;
        for (Line line : lines) {
            int length = said(line).length();
            if (length <= WIDEST) {
                column = Math.max(column, length);
            }
        }
        return column;
    }
}
