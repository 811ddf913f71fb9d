package dev.rwtui.app;

import dev.rwtui.cli.ConfigReport;
import java.util.Optional;

/** Where the program begins: the dashboard, or a subcommand. */
public final class Main {

    private Main() {}

    /** Ends the JVM with the exit status: daemons of libraries would not. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        Optional<DashboardArguments> dashboard = DashboardArguments.parse(arguments);
        if (dashboard.isPresent()) {
            return Dashboard.run(dashboard.get());
        }
        Optional<ConfigReport.Query> config = ConfigArguments.parse(arguments);
        return config.isPresent() ? Subcommands.config(config.get()) : Subcommands.run(arguments);
    }
}
