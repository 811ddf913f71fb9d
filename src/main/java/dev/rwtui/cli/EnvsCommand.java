package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code rwtui envs}: the python environments of a host. */
@Command(
        name = "envs",
        sortOptions = false,
        description = {
            "List the python environments of HOST, and what python means there. Nothing is activated, and nothing is written.",
            "With --diff say how two differ, each HOST:NAME, HOST:/path, .:NAME for this machine, or a file: "
                    + "environment.yml, requirements.txt, pyproject.toml, uv.lock, poetry.lock, conda-lock.yml. "
                    + "Exit status 0 for the same, 1 for different."
        })
final class EnvsCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(arity = "0..1", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--diff", arity = "2", paramLabel = "SIDE", description = "Compare two environments.")
    private List<String> sides = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandSpec spec;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    EnvsCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (name.isPresent() == !sides.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "either a HOST or --diff with two environments");
        }
        return sides.isEmpty() ? list(new HostAlias(name.orElseThrow())) : compare();
    }

    private int compare() throws InterruptedException {
        String directory = System.getProperty("user.dir");
        EnvironmentRef here = EnvironmentRef.parse(sides.get(0), directory);
        EnvironmentRef there = EnvironmentRef.parse(sides.get(1), directory);
        Set<HostAlias> hosts = Stream.of(here, there)
                .filter(EnvironmentRef.OnHost.class::isInstance)
                .map(side -> ((EnvironmentRef.OnHost) side).host())
                .collect(Collectors.toSet());
        Inquiry inquiry = new Inquiry(world, hosts);
        Inquiry.Outcome<Compared> outcome = inquiry.ask(
                program.file(),
                program.options(),
                new Request.Compare(here, there),
                notice -> notice instanceof Notice.EnvironmentsCompared told
                        ? Optional.of(told.compared())
                        : Optional.empty());
        return outcome instanceof Inquiry.Outcome.Answered<Compared> answered
                ? report(answered.answer(), inquiry)
                : ((Inquiry.Outcome.Ended<Compared>) outcome).status();
    }

    private int report(Compared compared, Inquiry inquiry) {
        compared.failure().ifPresent(inquiry::say);
        if (compared.comparison().isEmpty()) {
            return ExitCode.USAGE.status();
        }
        if (json) {
            world.out().println(Json.document(DiffDocument.of(compared)));
        } else {
            DiffReport.lines(compared).forEach(line -> world.out().println(Plain.text(line)));
        }
        return compared.comparison().get().isSame() ? ExitCode.DONE.status() : ExitCode.NEGATIVE.status();
    }

    private int list(HostAlias host) throws InterruptedException {
        Inquiry inquiry = new Inquiry(world, Set.of(host));
        Inquiry.Outcome<Survey> outcome = inquiry.ask(
                program.file(), program.options(), new Request.SurveyPython(host), notice -> answer(notice, inquiry));
        return outcome instanceof Inquiry.Outcome.Answered<Survey> answered
                ? report(host, answered.answer(), inquiry)
                : ((Inquiry.Outcome.Ended<Survey>) outcome).status();
    }

    private static Optional<Survey> answer(Notice notice, Inquiry inquiry) {
        return notice instanceof Notice.EnvironmentsFound found
                        && inquiry.means(found.host())
                        && found.survey().stage() != Survey.Stage.RUNNING
                ? Optional.of(found.survey())
                : Optional.empty();
    }

    private int report(HostAlias host, Survey survey, Inquiry inquiry) {
        if (json) {
            world.out().println(Json.document(EnvsDocument.of(host, survey)));
        } else {
            table(host, survey).forEach(world.out()::println);
        }
        survey.unfinished().forEach(part -> inquiry.say(host + ": " + part.part() + ": " + part.why()));
        survey.failure().ifPresent(why -> inquiry.say(host + ": " + why));
        return survey.failure().isEmpty() ? ExitCode.DONE.status() : ExitCode.NEGATIVE.status();
    }

    /** The environments, then what the words mean. */
    private static List<String> table(HostAlias host, Survey survey) {
        List<String> lines = new ArrayList<>(Columns.lines(
                survey.environments().stream().map(EnvsCommand::row).toList()));
        List<List<String>> words =
                survey.meanings().stream().map(one -> meaning(host, one)).toList();
        if (!lines.isEmpty() && !words.isEmpty()) {
            lines.add("");
        }
        lines.addAll(Columns.lines(words));
        return lines;
    }

    private static List<String> row(Environment environment) {
        String libraries = environment.libraries().stream()
                .map(library -> library.name() + " " + library.version())
                .collect(Collectors.joining(", "));
        String python = environment.interpreter().orElse("no python in " + environment.prefix());
        return List.of(
                environment.name(),
                environment.kind().word(),
                environment.version().orElse("-"),
                environment.packages() + (environment.packages() == 1 ? " package" : " packages"),
                libraries.isEmpty() ? "-" : libraries,
                python + environment.fault().map(why -> "  broken: " + why).orElse(""));
    }

    private static List<String> meaning(HostAlias host, Meaning meaning) {
        String shell = meaning.shell() == Meaning.Shell.BARE ? "ssh " + host + " " + meaning.word() : "login shell";
        return List.of(meaning.word(), shell, meaning.answer().orElse("not found"));
    }
}
