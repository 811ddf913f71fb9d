package dev.rwtui.cli;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Notice;
import dev.rwtui.gitsync.model.SyncFailure;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is asked about the repository on one host, and what a failure of that ends with. Used once. */
final class GitInquiry {

    private final CommandLineProgram program;
    private final HostAlias host;
    private final Inquiry inquiry;

    /** What the engine calls a host on which nobody has said where the repository is. */
    private Optional<HostAlias> unmapped = Optional.empty();

    GitInquiry(World world, CommandLineProgram program, HostAlias host) {
        this.program = program;
        this.host = host;
        this.inquiry = new Inquiry(world, Set.of(host));
    }

    Inquiry.Talk talk() {
        return inquiry.talk(program.file(), program.options());
    }

    /** Takes the first notice of that kind about the host. */
    <N extends Notice> Function<Notice, Optional<N>> about(Class<N> type, Function<N, HostAlias> hostOf) {
        return notice -> {
            if (notice instanceof Notice.MappingRead read && inquiry.means(read.host())) {
                unmapped = Optional.of(read.host())
                        .filter(alias -> read.mapping().path().isEmpty());
            }
            return Optional.of(notice)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .filter(told -> inquiry.means(hostOf.apply(told)));
        };
    }

    /** Says why; the exit status. */
    int fail(SyncFailure failure) {
        String advice = failure.advice().isEmpty() ? "" : "; " + failure.advice();
        String mapping = failure.kind() == SyncFailure.Kind.NOT_THERE
                ? unmapped.map(alias -> "; git config rwtui." + alias + ".path PATH says it")
                        .orElse("")
                : "";
        say(failure.why() + advice + mapping);
        return ExitCode.of(failure.kind()).status();
    }

    /** A line on standard error. */
    void say(String text) {
        inquiry.say(host + ": " + text);
    }
}
