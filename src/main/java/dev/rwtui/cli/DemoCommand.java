package dev.rwtui.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Here for the help alone: the dashboard's commands are recognised before picocli is loaded. */
@Command(name = "demo", description = "The dashboard on a lab inside this process; touches nothing of yours.")
final class DemoCommand implements Callable<Integer> {

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "rwtui demo: takes no option but -h; it brings a configuration of its own");
    }
}
