package dev.rwtui.app;

import dev.rwtui.cli.World;
import dev.rwtui.doctor.Doctor;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.Site;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.jsch.JschLoginCheck;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Remark;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Puts doctors together.
 *
 * @param engines made when they are asked for
 */
record Examinations(Supplier<Site> site, Supplier<Engines> engines) implements World.Examinations {

    @Override
    public Optional<Failure> examine(World.Examination wish, Optional<World.Person> person, Consumer<Remark> told) {
        SshConfig config = SshConfig.read(site.get(), wish.file(), new Overrides(wish.options()));
        Engines tools = engines.get();
        Doctor doctor = new Doctor(
                new Doctor.Tools(
                        config,
                        site.get().files().surroundings().home(),
                        tools.connector(),
                        new JschLoginCheck(tools.timers()),
                        person.map(one -> one::ask),
                        wish.agentSocket(),
                        wish.cancellation(),
                        tools.timers()),
                told);
        if (wish.host().isPresent()) {
            return doctor.examine(wish.host().get());
        }
        doctor.examine();
        return Optional.empty();
    }
}
