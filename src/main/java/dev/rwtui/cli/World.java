package dev.rwtui.cli;

import dev.rwtui.base.Cancellation;
import dev.rwtui.base.HostAlias;
import dev.rwtui.base.Secret;
import dev.rwtui.engine.Engine;
import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.ssh.model.Answer;
import dev.rwtui.ssh.model.Failure;
import dev.rwtui.ssh.model.Question;
import dev.rwtui.ssh.model.Remark;
import dev.rwtui.ssh.model.Resolution;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the commands reach of the world.
 *
 * @param out for results alone
 * @param err for errors alone, a line each
 * @param streams beside both, which are empty while a remote command has these
 * @param environment variables of this process
 */
public record World(
        PrintWriter out,
        PrintWriter err,
        Streams streams,
        Engines engines,
        Resolutions resolutions,
        Examinations examinations,
        Terminals terminals,
        Interrupts interrupts,
        Map<String, String> environment,
        String version) {

    /** {@code SSH_AUTH_SOCK}. */
    public Optional<String> agentSocket() {
        return Optional.ofNullable(environment.get("SSH_AUTH_SOCK"));
    }

    /**
     * Standard input, output and error as bytes, for a command that runs elsewhere.
     *
     * @param out says by an exception that nobody reads any more; as {@code err} does
     */
    public record Streams(InputStream in, OutputStream out, OutputStream err) {}

    /** Makes the engine once it is known which configuration it reads. */
    public interface Engines {
        /**
         * Starts an engine.
         *
         * @param file the argument of {@code -F}
         * @param options the arguments of {@code -o}, in order
         */
        Engine start(Optional<String> file, List<String> options);
    }

    /** Looks names up in the configuration, without an engine: nothing is connected. */
    public interface Resolutions {
        /**
         * Reads the configuration once; the answers then are those of {@code ssh -G}. Blocks on the disk, on {@code Match
         * exec} and, where the configuration asks for it, on name servers.
         *
         * @param file the argument of {@code -F}
         * @param options the arguments of {@code -o}, in order
         * @param hosts as they would be given to {@code ssh}
         * @return one for each host, in order
         */
        List<Resolution> resolve(Optional<String> file, List<String> options, List<String> hosts);
    }

    /**
     * What is to be looked at.
     *
     * @param file the argument of {@code -F}
     * @param options the arguments of {@code -o}, in order
     * @param host empty for the configuration alone
     */
    public record Examination(
            Optional<String> file,
            List<String> options,
            Optional<HostAlias> host,
            Optional<String> agentSocket,
            Cancellation cancellation) {}

    /** Who answers questions. */
    public interface Person {
        /**
         * Blocks; the caller closes the answer.
         *
         * @param host the host that was asked for
         * @param hop the hop that wants to know
         */
        Answer ask(HostAlias host, HostAlias hop, Question.Ask ask);
    }

    /** Looks at what a connection needs. */
    public interface Examinations {
        /**
         * Blocks as connecting does.
         *
         * @param person empty where nobody is there
         * @param told each remark as it is found
         * @return why the host cannot be reached, where it cannot
         */
        Optional<Failure> examine(Examination wish, Optional<Person> person, Consumer<Remark> told);
    }

    /** Finds the person: {@code /dev/tty}, never standard input. */
    public interface Terminals {
        /** The controlling terminal; empty where there is none. */
        Optional<Terminal> open();

        /** The one that standard input is; empty where that is something else. */
        Optional<LocalTerminal> standard();
    }

    /** Asks on the controlling terminal. Blocks. */
    public interface Terminal extends AutoCloseable {
        /**
         * Reads one line; empty at end of input. What was typed before the prompt is on the terminal does not count. The
         * caller closes the secret.
         *
         * @param lead lines to show above the prompt; nothing is shown before the terminal has stopped to echo
         */
        Optional<Secret> read(List<String> lead, String prompt, Question.Echo echo);

        @Override
        void close();
    }

    /** Signals that ask the process to end. */
    public interface Interrupts {
        /** From now on such a signal is told to {@code listener}, on a thread of its own, and does nothing else. */
        void listen(Consumer<ExitCode> listener);
    }
}
