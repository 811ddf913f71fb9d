package dev.rwtui.engine;

import dev.rwtui.base.HostAlias;
import dev.rwtui.engine.Engine.Client;
import dev.rwtui.facts.MachineProbe;
import dev.rwtui.gitsync.GitSync;
import dev.rwtui.python.EnvironmentProbe;
import dev.rwtui.python.model.Compared;
import dev.rwtui.python.model.Environment;
import dev.rwtui.remote.Place;
import dev.rwtui.remote.Scripts;
import dev.rwtui.repo.Courier;
import dev.rwtui.ssh.Desk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What is asked about the machines that hosts are: their pythons, how busy they are, the repository there. On the engine's
 * thread alone.
 */
final class Features {

    /** What features run there asks nobody anything and has no use for an agent. */
    static final Client UNATTENDED = new Client(Optional.empty(), Engine.Attendance.UNATTENDED);

    private final EngineTools tools;
    private final Announcements announcements;
    private final Hosts hosts;
    private final Background background;
    private final Repositories repositories;
    private final EnvironmentProbe probe;
    private final Surveys surveys;
    private final Machines machines;
    private final Syncs syncs;

    /** @param desk where persons are asked what git on a host asks */
    Features(EngineTools tools, Announcements announcements, Desk desk, Hosts hosts) {
        this.tools = tools;
        this.announcements = announcements;
        this.hosts = hosts;
        this.background = new Background(tools.blocking());
        this.repositories = new Repositories(tools, announcements, hosts::names);
        Scripts scripts = new Scripts(tools.timers(), tools.blocking());
        this.probe = new EnvironmentProbe(scripts, tools.timers(), tools.blocking());
        this.machines = new Machines(
                tools,
                announcements,
                background,
                new MachineProbe(scripts, tools.timers()),
                hosts::standing,
                repositories::pathOn);
        this.syncs = new Syncs(
                tools,
                announcements,
                background,
                new GitSyncs(
                        new GitSync(scripts, tools.timers(), tools.blocking(), new BackupAge(tools, announcements)),
                        tools.here(),
                        repositories,
                        new UserSide.Means(desk, new Courier(scripts, tools.timers()), repositories::find)),
                hosts::standing,
                this::mapped);
        this.surveys = new Surveys(tools, announcements, background, probe, hosts::standing, repositories::wish);
    }

    /** How hosts are reached. On the engine's thread; places are for any. */
    interface Hosts {

        /** What a host goes by, whatever name was typed. */
        HostAlias alias(HostAlias name);

        /** All that it goes by, its alias first. From any thread. */
        List<HostAlias> names(HostAlias alias);

        /** Once the host is listed. */
        void known(HostAlias host, Runnable then);

        /** Waits for a session where there is none, and makes none. */
        Place standing(HostAlias host);

        /**
         * Connects the host for it, as a command of that client's would.
         *
         * @param running on whose behalf commands run there: its agent is forwarded where the configuration says so
         */
        Place place(HostAlias host, Client client, Client running);
    }

    void handle(Request request, Client client) {
        if (request instanceof Request.SurveyPython survey) {
            at(survey.host(), client, surveys::survey);
        } else if (request instanceof Request.ListPackages list) {
            at(list.host(), client, (host, place) -> surveys.packages(host, list.environment(), place));
        } else if (request instanceof Request.Compare compare) {
            compare(compare, client);
        } else if (request instanceof Request.AskMachine ask) {
            at(ask.host(), client, machines::ask);
        } else if (request instanceof Request.AskMachines) {
            machines.askAll();
        } else if (request instanceof Request.WatchMachine watch) {
            machines.watch(watch.host().map(hosts::alias));
        } else if (request instanceof Request.OpenRepository open) {
            repositories.open(open.directory());
        } else if (request instanceof Request.MapRepository map) {
            HostAlias host = hosts.alias(map.host());
            remember(host, "mapping the repository", known -> known.remember(host, map.path()), this::mapped);
        } else if (request instanceof Request.ChooseInterpreter choose) {
            HostAlias host = hosts.alias(choose.host());
            remember(host, "choosing the python", known -> known.choose(host, choose.interpreter()), surveys::again);
        } else {
            handleSync(request, client);
        }
    }

    private void handleSync(Request request, Client client) {
        if (request instanceof Request.ReadSync read) {
            at(read.host(), client, Agent.NONE, syncs::read);
        } else if (request instanceof Request.PlanSync plan) {
            at(plan.host(), client, Agent.OF_CLIENT, asked -> syncs.plan(asked, plan.wish()));
        } else if (request instanceof Request.PlanUndo plan) {
            at(plan.host(), client, Agent.NONE, asked -> syncs.planUndo(asked, plan.backup()));
        } else if (request instanceof Request.CarryOut carry) {
            at(carry.host(), client, Agent.OF_CLIENT, asked -> syncs.carryOut(asked, carry.plan()));
        } else if (request instanceof Request.CancelSync cancel) {
            syncs.cancel(hosts.alias(cancel.host()));
        } else if (request instanceof Request.ListBackups list) {
            at(list.host(), client, Agent.NONE, syncs::listBackups);
        } else if (request instanceof Request.ShowBackup show) {
            at(show.host(), client, Agent.NONE, asked -> syncs.showBackup(asked, show.backup()));
        } else if (request instanceof Request.DropBackups drop) {
            at(drop.host(), client, Agent.NONE, asked -> syncs.dropBackups(asked, drop.backups()));
        } else if (request instanceof Request.MakeClone make) {
            at(make.host(), client, Agent.OF_CLIENT, asked -> syncs.makeClone(asked, make.path()));
        }
    }

    void look(Optional<HostAlias> host) {
        surveys.look(host);
        machines.look(host);
        syncs.look(host);
    }

    void sessionUp(HostAlias host) {
        surveys.sessionUp(host);
        machines.sessionUp(host);
        syncs.sessionUp(host);
    }

    void sessionLost(HostAlias host) {
        surveys.sessionLost(host);
        machines.sessionLost(host);
        syncs.sessionLost(host);
    }

    /** For those who come late. */
    List<Notice> standing() {
        List<Notice> standing = new ArrayList<>(repositories.standing());
        standing.addAll(surveys.standing());
        standing.addAll(machines.standing());
        standing.addAll(syncs.standing());
        return standing;
    }

    void close() {
        surveys.close();
        syncs.close();
        background.closing().cancel();
    }

    private void at(HostAlias name, Client client, BiConsumer<HostAlias, Place> then) {
        at(name, client, Agent.NONE, asked -> then.accept(asked.host(), asked.there()));
    }

    /** Whose agent commands there may have, where the configuration forwards one. */
    private enum Agent {
        NONE,
        /** For a git that fetches as the user. */
        OF_CLIENT
    }

    private void at(HostAlias name, Client client, Agent agent, Consumer<SyncWork.Asked> then) {
        Client running =
                agent == Agent.NONE ? UNATTENDED : new Client(client.agentSocket(), Engine.Attendance.UNATTENDED);
        hosts.known(hosts.alias(name), () -> {
            HostAlias host = hosts.alias(name);
            then.accept(new SyncWork.Asked(host, hosts.place(host, client, running), client));
        });
    }

    private void remember(HostAlias host, String what, Repositories.Change change, Consumer<HostAlias> changed) {
        tools.blocking().execute(() -> {
            if (repositories.write(host, what, change)) {
                tools.engine().execute(() -> changed.accept(host));
            }
        });
    }

    /** What is nearest to the repository may be another environment then. */
    private void mapped(HostAlias host) {
        surveys.again(host);
        syncs.moved(host);
    }

    private void compare(Request.Compare wish, Client client) {
        Comparisons comparisons = new Comparisons(probe, new MachinesOf(client), background.closing());
        background.run(
                () -> compared(wish, comparisons.compare(wish.here(), wish.there())),
                why -> compared(
                        wish, Compared.failed(wish.here().words(), wish.there().words(), why)));
    }

    private void compared(Request.Compare wish, Compared compared) {
        tools.engine()
                .execute(() -> announcements.publish(new Notice.EnvironmentsCompared(
                        wish.here(), wish.there(), announcements.nextRevision(), compared)));
    }

    /** Hosts are connected for a client. */
    private final class MachinesOf implements Comparisons.Machines {
        private final Client client;

        MachinesOf(Client client) {
            this.client = client;
        }

        @Override
        public Place here() {
            return tools.here();
        }

        @Override
        public Place host(HostAlias host) {
            return hosts.place(host, client, UNATTENDED);
        }

        @Override
        public List<Environment> known(HostAlias host) {
            CompletableFuture<List<Environment>> known = new CompletableFuture<>();
            tools.engine().execute(() -> known.complete(surveys.environments(hosts.alias(host))));
            return known.join();
        }
    }
}
