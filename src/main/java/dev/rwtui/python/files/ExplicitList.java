package dev.rwtui.python.files;

import dev.rwtui.python.model.Constraint.Exact;
import dev.rwtui.python.model.Requirement;
import dev.rwtui.python.model.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an explicit list of conda ({@code conda list --explicit}), and what conda-lock adds for pip in comments. */
final class ExplicitList {

    private static final Pattern PLATFORM = Pattern.compile("#\\s*platform:\\s*(\\S+)\\s*");
    private static final Pattern PIP = Pattern.compile("#\\s*pip\\s+(\\S+)\\s+@\\s+(\\S+).*");

    private ExplicitList() {}

    static Requirements read(SourceFile file, Setting setting) throws RequirementsException {
        Draft draft = new Draft(file);
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            line(draft, lines.get(i).strip(), i + 1, setting);
        }
        return draft.finish(Requirements.Kind.LOCK);
    }

    private static void line(Draft draft, String line, int number, Setting setting) throws RequirementsException {
        Matcher platform = PLATFORM.matcher(line);
        if (platform.matches() && !platform.group(1).equals(setting.platform())) {
            throw new RequirementsException(
                    draft.file(),
                    number,
                    "is for " + platform.group(1) + ", the environment is on " + setting.platform());
        }
        if (line.startsWith("#")) {
            pip(line, number).ifPresent(draft::add);
        } else if (!line.isEmpty() && !line.equals("@EXPLICIT")) {
            CondaUrl url = CondaUrl.parse(line)
                    .orElseThrow(
                            () -> new RequirementsException(draft.file(), number, "is no address of a conda package"));
            add(draft, url, number);
        }
    }

    private static Optional<Requirement> pip(String line, int number) {
        Matcher m = PIP.matcher(line);
        return m.matches()
                ? WheelName.of(m.group(2))
                        .map(archive -> Requirement.of(m.group(1), Exact.pip(archive.version()), number))
                : Optional.empty();
    }

    private static void add(Draft draft, CondaUrl url, int number) {
        if (url.name().equals("python")) {
            draft.python(url.constraint());
        } else {
            draft.add(url.requirement(number));
        }
    }
}
