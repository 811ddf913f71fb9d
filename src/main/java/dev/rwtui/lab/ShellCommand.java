package dev.rwtui.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/**
 * A command that a client asked for: {@code sh} with an environment of PATH, HOME and USER alone, in the lab's home, with
 * its three streams on the channel. Every stream is copied by a thread that blocks where the other side does not take
 * more. It ends with its channel.
 */
final class ShellCommand implements Command {

    /** Of every command of the lab. */
    static final String PATH = "/usr/local/bin:/usr/bin:/bin";

    private final List<String> arguments;
    private final Place place;
    private @Nullable InputStream in;
    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;
    private volatile @Nullable Process process;

    /** Where commands run, and for whom. */
    record Place(Path home, String user, Executor threads) {}

    private ShellCommand(List<String> arguments, Place place) {
        this.arguments = arguments;
        this.place = place;
    }

    /** {@code ssh host command}. */
    static ShellCommand of(String command, Place place) {
        return new ShellCommand(List.of("sh", "-c", command), place);
    }

    /** {@code ssh host}: reads commands from standard input; without a prompt where there is no terminal. */
    static ShellCommand shell(Place place) {
        return new ShellCommand(List.of("sh"), place);
    }

    @Override
    public void setInputStream(InputStream in) {
        this.in = in;
    }

    @Override
    public void setOutputStream(OutputStream out) {
        this.out = out;
    }

    @Override
    public void setErrorStream(OutputStream err) {
        this.err = err;
    }

    @Override
    public void setExitCallback(ExitCallback exit) {
        this.exit = exit;
    }

    @Override
    public void start(ChannelSession channel, Environment environment) throws IOException {
        Process started = builder(environment).start();
        process = started;
        environment.addSignalListener((changed, signal) -> deliver(environment, signal));
        copyInput(started);
        CountDownLatch copied = new CountDownLatch(2);
        copyOutput(started.getInputStream(), out, copied);
        copyOutput(started.getErrorStream(), err, copied);
        place.threads().execute(() -> awaitEnd(started, copied, channel));
    }

    private ProcessBuilder builder(Environment environment) {
        ProcessBuilder builder;
        if (PseudoTerminal.isWanted(environment)) {
            builder = PseudoTerminal.on(environment, isShell() ? List.of("sh", "-i") : arguments);
            builder.environment().put("PS1", place.user() + "@lab $ ");
        } else {
            builder = new ProcessBuilder(arguments);
            builder.environment().clear();
        }
        builder.environment().putAll(Map.of("PATH", PATH, "HOME", place.home().toString(), "USER", place.user()));
        return builder.directory(place.home().toFile());
    }

    private boolean isShell() {
        return arguments.size() == 1;
    }

    private void copyInput(Process started) {
        InputStream source = in;
        place.threads().execute(() -> {
            try (OutputStream sink = started.getOutputStream()) {
                if (source != null) {
                    copy(source, sink);
                }
            } catch (IOException e) {
                // The command reads no more, or the channel is gone: nobody is left to be told.
            }
        });
    }

    private void copyOutput(InputStream source, @Nullable OutputStream sink, CountDownLatch copied) {
        place.threads().execute(() -> {
            try (source) {
                if (sink != null) {
                    copy(source, sink);
                }
            } catch (IOException e) {
                // As for input: closing the source tells the command by SIGPIPE.
            } finally {
                copied.countDown();
            }
        });
    }

    private static void copy(InputStream source, OutputStream sink) throws IOException {
        byte[] chunk = new byte[16 * 1024];
        for (int read = source.read(chunk); read >= 0; read = source.read(chunk)) {
            sink.write(chunk, 0, read);
            sink.flush();
        }
    }

    private void awaitEnd(Process started, CountDownLatch copied, ChannelSession channel) {
        try {
            int status = started.waitFor();
            copied.await();
            Optional<Signal> signal = killedBy(status);
            if (signal.isPresent()) {
                ExitSignal.send(channel, signal.get());
            } else if (exit != null) {
                exit.onExit(status);
            }
        } catch (IOException e) {
            channel.close(true);
        } catch (InterruptedException e) {
            Descendants.kill(started.toHandle());
            Thread.currentThread().interrupt();
        }
    }

    /** The JDK tells a signal only as 128 + n, which a command could also return; none of ours does. */
    private static Optional<Signal> killedBy(int status) {
        return status > 128 ? Optional.ofNullable(Signal.get(status - 128)) : Optional.empty();
    }

    private void deliver(Environment environment, Signal signal) {
        Process running = process;
        if (running != null && signal == Signal.WINCH) {
            place.threads().execute(() -> PseudoTerminal.resize(running.toHandle(), environment));
        } else if (running != null) {
            Descendants.signal(running.toHandle(), signal.name());
        }
    }

    @Override
    public void destroy(ChannelSession channel) {
        Process running = process;
        if (running != null) {
            Descendants.kill(running.toHandle());
        }
    }
}
