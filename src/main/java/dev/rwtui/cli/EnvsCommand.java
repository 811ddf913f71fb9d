package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.python.model.Environment;
import dev.rwtui.python.model.Meaning;
import dev.rwtui.python.model.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui envs}: the python environments of a host. */
@Command(
        name = "envs",
        sortOptions = false,
        description = {
            "List the python environments of HOST, and what python means there. Nothing is activated, and nothing is written.",
        })
final class EnvsCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    EnvsCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        Inquiry inquiry = new Inquiry(world, Set.of(host));
        Inquiry.Outcome<Survey> outcome = inquiry.ask(
                program.file(), program.options(), new Request.SurveyPython(host), notice -> answer(notice, host));
        if (outcome instanceof Inquiry.Outcome.Answered<Survey> answered) {
            return report(host, answered.answer(), inquiry);
        }
        return ((Inquiry.Outcome.Ended<Survey>) outcome).status();
    }

    private static Optional<Survey> answer(Notice notice, HostAlias host) {
        return notice instanceof Notice.EnvironmentsFound found
                        && found.host().equals(host)
                        && found.survey().stage() != Survey.Stage.RUNNING
                ? Optional.of(found.survey())
                : Optional.empty();
    }

    private int report(HostAlias host, Survey survey, Inquiry inquiry) {
        if (json) {
            world.out().println(Json.document(EnvsDocument.of(host, survey)));
        } else {
            table(survey).forEach(world.out()::println);
        }
        survey.unfinished().forEach(part -> inquiry.say(host + ": " + part.part() + ": " + part.why()));
        survey.failure().ifPresent(why -> inquiry.say(host + ": " + why));
        return survey.failure().isEmpty() ? ExitCode.DONE.status() : ExitCode.NEGATIVE.status();
    }

    /** The environments, then what the words mean. */
    static List<String> table(Survey survey) {
        List<String> lines = new ArrayList<>(Columns.lines(
                survey.environments().stream().map(EnvsCommand::row).toList()));
        List<List<String>> words =
                survey.meanings().stream().map(EnvsCommand::meaning).toList();
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

    private static List<String> meaning(Meaning meaning) {
        return List.of(meaning.word(), meaning.shell().words(), meaning.answer().orElse("not found"));
    }
}
