package dev.rwtui.gitsync;

import dev.rwtui.gitsync.model.SyncPlan.Running;
import dev.rwtui.remote.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who works in a tree, as {@code survey.sh} tells. */
final class Processes {

    private Processes() {}

    static List<Running> of(Told survey, String root) {
        List<Running> running = new ArrayList<>();
        survey.value("processes").ifPresent(text -> proc(text.lines().toList(), running));
        survey.first("lsof").ifPresent(frame -> lsof(frame, root, running));
        return running;
    }

    /** {@code pid directory}, and then {@code user command}, unless it has ended meanwhile. */
    private static void proc(List<String> lines, List<Running> running) {
        for (int i = 0; i + 1 < lines.size(); i += 2) {
            Optional<String[]> first = two(lines.get(i));
            Optional<String[]> second = two(lines.get(i + 1));
            if (first.isPresent() && second.isPresent() && first.get()[0].matches("[0-9]{1,10}")) {
                running.add(
                        new Running(Long.parseLong(first.get()[0]), second.get()[0], second.get()[1], first.get()[1]));
            }
        }
    }

    private static Optional<String[]> two(String line) {
        String[] words = line.strip().split("\\s+", 2);
        return words.length == 2 ? Optional.of(words) : Optional.empty();
    }

    /** Fields of {@code lsof -FpLcn}: a letter and a value, a line each. */
    private static void lsof(Frame frame, String root, List<Running> running) {
        String pid = "";
        String command = "";
        String user = "";
        for (String line :
                frame.field(0).lines().filter(text -> !text.isEmpty()).toList()) {
            String value = line.substring(1);
            switch (line.charAt(0)) {
                case 'p' -> pid = value;
                case 'c' -> command = value;
                case 'L' -> user = value;
                case 'n' -> {
                    boolean inside = value.equals(root) || value.startsWith(root + "/");
                    if (inside && !pid.equals(frame.field(1)) && pid.matches("[0-9]{1,10}")) {
                        running.add(new Running(Long.parseLong(pid), user, command, value));
                    }
                }
                default -> {
                    // A field that was not asked for.
                }
            }
        }
    }
}
