package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;
import dev.rwtui.ssh.config.ConfigurationException;
import dev.rwtui.ssh.config.Overrides;
import dev.rwtui.ssh.config.SshConfig;
import dev.rwtui.ssh.model.Failure;
import java.util.function.Supplier;

/** Routes as {@code ssh} would take them with the configuration as it is now. Runs what {@code Match exec} asks for. */
public final class ConfiguredRoutes implements RoutePlanner {

    private static final String ADVICE = "Correct the configuration, then connect again.";

    private final Supplier<SshConfig> current;

    /**
     * Plans with whatever configuration is current.
     *
     * @param current gives the configuration as last read; asked once per plan
     */
    public ConfiguredRoutes(Supplier<SshConfig> current) {
        this.current = current;
    }

    @Override
    public Route plan(HostAlias host) throws SshException {
        return plan(host, Overrides.NONE);
    }

    /**
     * Like {@link #plan(HostAlias)}.
     *
     * @param more options that come before all others, for this host alone
     */
    public Route plan(HostAlias host, Overrides more) throws SshException {
        try {
            return Way.to(host, more, current.get(), SshConfig::resolve);
        } catch (ConfigurationException e) {
            String why = e.problems().get(0).toString();
            throw new SshException(new Failure(Failure.Kind.CONFIGURATION, host, why, ADVICE), e);
        }
    }
}
