package dev.rwtui.cli;

import dev.rwtui.ssh.model.Resolution;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui config}: what the configuration says of a host, as {@code ssh -G} prints it. */
@Command(
        name = "config",
        sortOptions = false,
        description = "Print what the configuration resolves to for each HOST, in the form of ssh -G.")
final class ConfigCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(paramLabel = "HOST", arity = "1..*", description = "As ssh takes it: NAME, USER@NAME or an ssh:// URL.")
    private List<String> hosts = List.of();

    @Option(names = "--why", description = "Say of each value which file and line has set it.")
    private boolean why;

    @Option(names = "--json", description = "Print one JSON document, which always says it.")
    private boolean json;

    ConfigCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        return (json ? document() : ConfigReport.print(query(), world.resolutions(), world.out(), world.err()))
                .status();
    }

    private ConfigReport.Query query() {
        ConfigReport.Detail detail = why ? ConfigReport.Detail.ORIGINS : ConfigReport.Detail.VALUES;
        return new ConfigReport.Query(program.file(), program.options(), hosts, detail);
    }

    private ExitCode document() {
        List<Resolution> resolutions = world.resolutions().resolve(program.file(), program.options(), hosts);
        world.out().println(Json.document(ConfigDocument.of(hosts, resolutions)));
        ExitCode code = ExitCode.DONE;
        for (Resolution resolution : resolutions) {
            if (resolution instanceof Resolution.Refused refused) {
                ConfigReport.complain(refused, world.err());
                code = ExitCode.USAGE;
            }
        }
        return code;
    }
}
