package dev.rwtui.tui.model;

import dev.rwtui.base.HostAlias;
import dev.rwtui.python.model.EnvironmentRef;
import dev.rwtui.tunnel.model.TunnelId;
import dev.rwtui.tunnel.model.TunnelStatus;
import java.time.Instant;
import java.util.Optional;

/** What the dashboard asks of the world: imperative, immutable, compared with equals in tests. */
public sealed interface Effect {

    <R> R accept(Visitor<R> visitor);

    /** Connect and open all its forwards; also "retry now". */
    record Connect(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.connect(this);
        }
    }

    /** Make the session again with the settings as they are now. */
    record Reconnect(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.reconnect(this);
        }
    }

    record Disconnect(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.disconnect(this);
        }
    }

    record CancelConnecting(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.cancelConnecting(this);
        }
    }

    record OpenTunnel(TunnelId tunnel) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.openTunnel(this);
        }
    }

    record CloseTunnel(TunnelId tunnel) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.closeTunnel(this);
        }
    }

    record SetChecking(TunnelId tunnel, TunnelStatus.Checking checking) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.setChecking(this);
        }
    }

    /** These tunnels are on the screen now. */
    record Look(Optional<HostAlias> host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.look(this);
        }
    }

    /** Look for the pythons of a host, again. */
    record SurveyPython(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.surveyPython(this);
        }
    }

    record ListPackages(Pythons.Key environment) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.listPackages(this);
        }
    }

    record Compare(EnvironmentRef here, EnvironmentRef there) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.compare(this);
        }
    }

    /** Remember where the repository is on a host. */
    record MapRepository(HostAlias host, String path) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.mapRepository(this);
        }
    }

    /** Remember which python runs the repository on a host. */
    record ChooseInterpreter(HostAlias host, String interpreter) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.chooseInterpreter(this);
        }
    }

    /** Ask every machine that is connected how busy it is. */
    record AskMachines() implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.askMachines(this);
        }
    }

    /** The facts of this machine fill the screen now. */
    record WatchMachine(Optional<HostAlias> host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.watchMachine(this);
        }
    }

    /** Ask something about the repository on a host. */
    record AskSync(SyncAsk ask) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.askSync(this);
        }
    }

    record ReloadConfiguration() implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.reloadConfiguration(this);
        }
    }

    /** Send what was typed, taken from the vault. */
    record SendTyped(long question) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.sendTyped(this);
        }
    }

    record SendYes(long question) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.sendYes(this);
        }
    }

    record SendNo(long question) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.sendNo(this);
        }
    }

    record OpenBrowser(String url) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.openBrowser(this);
        }
    }

    record Copy(String text) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.copy(this);
        }
    }

    /** Draw every cell anew (Ctrl-L). */
    record Repaint() implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.repaint(this);
        }
    }

    /** Lend the terminal to a shell on that host, which is connected first; ends with {@link Event.ShellEnded}. */
    record OpenShell(HostAlias host) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.openShell(this);
        }
    }

    /** Give the terminal back and stop, as Ctrl-Z does to any program. */
    record Suspend() implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.suspend(this);
        }
    }

    /** Post {@link Event.Ticked} at that time; replaces an earlier wish. */
    record WakeAt(Instant when) implements Effect {
        @Override
        public <R> R accept(Visitor<R> v) {
            return v.wakeAt(this);
        }
    }

    /** A missing case is a compile error. */
    interface Visitor<R> {
        R connect(Connect e);

        R reconnect(Reconnect e);

        R disconnect(Disconnect e);

        R cancelConnecting(CancelConnecting e);

        R openTunnel(OpenTunnel e);

        R closeTunnel(CloseTunnel e);

        R setChecking(SetChecking e);

        R look(Look e);

        R surveyPython(SurveyPython e);

        R listPackages(ListPackages e);

        R compare(Compare e);

        R mapRepository(MapRepository e);

        R chooseInterpreter(ChooseInterpreter e);

        R askMachines(AskMachines e);

        R watchMachine(WatchMachine e);

        R askSync(AskSync e);

        R reloadConfiguration(ReloadConfiguration e);

        R sendTyped(SendTyped e);

        R sendYes(SendYes e);

        R sendNo(SendNo e);

        R openBrowser(OpenBrowser e);

        R copy(Copy e);

        R repaint(Repaint e);

        R openShell(OpenShell e);

        R suspend(Suspend e);

        R wakeAt(WakeAt e);
    }
}
