package dev.rwtui.cli;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Remark;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code rwtui doctor}: what a connection needs, step by step. */
@Command(
        name = "doctor",
        sortOptions = false,
        description = {
            "Look at all that a connection to HOST needs, hop by hop, connect it, and say of each step whether it is in order "
                    + "or how to mend it.",
            "Without HOST: the configuration, and what rwtui leaves to ssh. Exit code 0 where nothing is wrong, 1 where "
                    + "something is, else why HOST cannot be reached."
        })
final class DoctorCommand implements Callable<Integer> {

    private final World world;
    private String about = "";
    private boolean wrong;
    private volatile Optional<ExitCode> interrupted = Optional.empty();

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // picocli injects it
    private CommandLineProgram program;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "HOST",
            description = "Alias in your configuration, or a name.")
    private Optional<String> host = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object per line.")
    private boolean json;

    DoctorCommand(World world) {
        this.world = world;
    }

    @Override
    public Integer call() {
        Optional<World.Terminal> terminal =
                host.flatMap(name -> world.terminals().open());
        Cancellation cancellation = new Cancellation();
        world.interrupts().listen(code -> {
            interrupted = Optional.of(code);
            cancellation.cancel();
            terminal.ifPresent(World.Terminal::close);
        });
        try {
            Optional<Failure> failure = world.examinations()
                    .examine(
                            new World.Examination(
                                    program.file(),
                                    program.options(),
                                    host.map(HostAlias::new),
                                    world.agentSocket(),
                                    cancellation),
                            terminal.map(person -> (who, hop, ask) -> Asking.answer(person, who, hop, ask)),
                            this::tell);
            return interrupted.orElseGet(() -> code(failure)).status();
        } finally {
            terminal.ifPresent(World.Terminal::close);
        }
    }

    private ExitCode code(Optional<Failure> failure) {
        return failure.map(Failure::kind).map(ExitCode::of).orElse(wrong ? ExitCode.NEGATIVE : ExitCode.DONE);
    }

    /** From more than one thread: what a proxy command says comes in between. */
    private synchronized void tell(Remark remark) {
        wrong |= remark.weight() == Remark.Weight.WRONG;
        if (json) {
            world.out().println(Json.line(RemarkLine.of(remark)));
        } else {
            tellInWords(remark);
        }
        world.out().flush();
    }

    private void tellInWords(Remark remark) {
        if (!remark.about().equals(about)) {
            about = remark.about();
            world.out().println(Plain.text(about));
        }
        String mark = switch (remark.weight()) {
            case GOOD -> "  ok     ";
            case NOTABLE -> "  note   ";
            case WRONG -> "  WRONG  ";
        };
        world.out().println(mark + Plain.text(remark.text()));
        if (!remark.advice().isEmpty()) {
            world.out().println(" ".repeat(mark.length()) + Plain.text(remark.advice()));
        }
    }

    /**
     * One line of {@code rwtui doctor --json}. Fields are only ever added.
     *
     * @param version of this shape
     * @param about what is looked at
     * @param weight {@code ok}, {@code note} or {@code wrong}
     * @param advice how to mend it; empty where there is nothing to do
     */
    private record RemarkLine(int version, String about, String weight, String text, String advice) {

        static RemarkLine of(Remark remark) {
            String weight = switch (remark.weight()) {
                case GOOD -> "ok";
                case NOTABLE -> "note";
                case WRONG -> "wrong";
            };
            return new RemarkLine(1, remark.about(), weight, remark.text(), remark.advice());
        }
    }
}
