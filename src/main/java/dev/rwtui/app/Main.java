package dev.rwtui.app;

import java.util.Optional;

/** Where the program begins: the dashboard, or a subcommand. */
public final class Main {

    private Main() {}

    /** Ends the JVM with the exit status: daemons of libraries would not. */
    public static void main(String[] arguments) {
        Optional<DashboardArguments> dashboard = DashboardArguments.parse(arguments);
        System.exit(dashboard.map(Dashboard::run).orElseGet(() -> Subcommands.run(arguments)));
    }
}
