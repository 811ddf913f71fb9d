package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.engine.Request;
import dev.rwtui.facts.model.Disk;
import dev.rwtui.facts.model.FactsText;
import dev.rwtui.facts.model.GpuReport;
import dev.rwtui.facts.model.MachineFacts;
import dev.rwtui.facts.model.Scheduler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui facts}: what a host has and how busy it is. */
@Command(
        name = "facts",
        sortOptions = false,
        description = "Say what HOST has and how busy it is: GPUs, load, memory, disks, your jobs.")
final class FactsCommand implements Callable<Integer> {

    private final World world;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(index = "0", paramLabel = "HOST", description = "Alias in your configuration, or a name.")
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private String name;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    FactsCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws InterruptedException {
        HostAlias host = new HostAlias(name);
        Inquiry inquiry = new Inquiry(world, Set.of(host));
        Inquiry.Outcome<Notice.MachineAsked> outcome = inquiry.ask(
                program.file(), program.options(), new Request.AskMachine(host), notice -> answer(notice, inquiry));
        return outcome instanceof Inquiry.Outcome.Answered<Notice.MachineAsked> answered
                ? report(host, answered.answer(), inquiry)
                : ((Inquiry.Outcome.Ended<Notice.MachineAsked>) outcome).status();
    }

    private static Optional<Notice.MachineAsked> answer(Notice notice, Inquiry inquiry) {
        return notice instanceof Notice.MachineAsked asked && inquiry.means(asked.host())
                ? Optional.of(asked)
                : Optional.empty();
    }

    private int report(HostAlias host, Notice.MachineAsked asked, Inquiry inquiry) {
        asked.failure().ifPresent(why -> inquiry.say(host + ": " + why));
        if (asked.facts().isEmpty()) {
            return ExitCode.NEGATIVE.status();
        }
        MachineFacts facts = asked.facts().get();
        if (json) {
            world.out().println(Json.document(FactsDocument.of(host, facts)));
        } else {
            lines(facts).forEach(line -> world.out().println(Plain.text(line)));
        }
        facts.unfinished().forEach(part -> inquiry.say(host + ": " + part.part() + ": " + part.why()));
        return ExitCode.DONE.status();
    }

    static List<String> lines(MachineFacts facts) {
        List<String> lines = new ArrayList<>();
        lines.add(FactsText.gpus(facts.gpus()));
        if (facts.gpus() instanceof GpuReport.Gpus gpus) {
            FactsText.gpus(gpus.gpus()).forEach(line -> lines.add("  " + line));
        }
        lines.add(FactsText.cpus(facts.cpus()));
        facts.memory().map(FactsText::memory).ifPresent(memory -> lines.add("memory " + memory));
        for (Disk disk : facts.disks()) {
            lines.add("disk " + FactsText.disk(disk));
        }
        if (facts.scheduler() instanceof Scheduler.Slurm slurm) {
            lines.add(slurm.jobs().size() + (slurm.jobs().size() == 1 ? " job" : " jobs") + " of yours in Slurm");
            slurm.jobs()
                    .forEach(job -> lines.add("  " + job.id() + "  " + job.name() + "  " + job.state() + "  "
                            + job.reason().orElse(job.nodeList())));
        }
        lines.add(facts.system().release().orElse(facts.system().name()) + ", "
                + facts.system().kernel() + ", " + facts.system().machine());
        facts.notes().forEach(note -> lines.add("# " + note));
        return lines;
    }
}
