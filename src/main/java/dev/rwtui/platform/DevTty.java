package dev.rwtui.platform;

import dev.rwtui.base.Secret;
import dev.rwtui.cli.World;
import dev.rwtui.ssh.model.Question;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The controlling terminal, for the questions of subcommands. Lines are read with {@code stty min 0 time 1}: a read that
 * nobody answers comes back every 100 ms, so that {@link #close()} from another thread ends it.
 */
public final class DevTty implements World.Terminal {

    private static final Path TTY = Path.of("/dev/tty");
    private static final int MOST = 4096;
    private static final int END_OF_TRANSMISSION = 4;
    private static final int BACKSPACE = 8;
    private static final int DELETE = 127;
    private static final int KILL_LINE = 21;
    private static final long STTY_SECONDS = 5;
    // A terminal that is there takes 100 ms to say that nothing was typed; one that is gone says so at once.
    private static final long AT_ONCE_NANOS = 50_000_000;
    private static final int HUNG_UP = 5;

    private final InputStream in;
    private final OutputStream out;
    private volatile boolean closed;

    private DevTty(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /** The controlling terminal; empty where the process has none. */
    public static Optional<World.Terminal> open() {
        if (!Files.isWritable(TTY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DevTty(new FileInputStream(TTY.toFile()), new FileOutputStream(TTY.toFile())));
        } catch (IOException e) {
            // ENXIO: the device file is there, a controlling terminal is not.
            return Optional.empty();
        }
    }

    @Override
    public Optional<Secret> read(List<String> lead, String prompt, Question.Echo echo) {
        Optional<String> before = stty(List.of("-g"));
        if (before.isEmpty()) {
            return Optional.empty();
        }
        stty(List.of("-icanon", "-echo", "min", "0", "time", "1"));
        try {
            in.skipNBytes(in.available());
            lead.forEach(line -> write(line + "\n"));
            write(prompt);
            return line(echo);
        } catch (IOException e) {
            return Optional.empty();
        } finally {
            stty(List.of(before.get()));
            write("\n");
        }
    }

    @Override
    public void close() {
        closed = true;
        try (in;
                out) {
            out.flush();
        } catch (IOException e) {
            // Nothing was promised to anybody who still looks.
            return;
        }
    }

    private Optional<Secret> line(Question.Echo echo) throws IOException {
        byte[] typed = new byte[MOST];
        int length = 0;
        try {
            int hangUps = 0;
            while (!closed && hangUps < HUNG_UP) {
                long asked = System.nanoTime();
                int next = in.read();
                hangUps = next < 0 && System.nanoTime() - asked < AT_ONCE_NANOS ? hangUps + 1 : 0;
                if (next == '\n' || next == '\r') {
                    return Optional.of(secret(typed, length));
                }
                if (next == END_OF_TRANSMISSION && length == 0) {
                    return Optional.empty();
                }
                length = edit(typed, length, next, echo);
            }
            return Optional.empty();
        } finally {
            Arrays.fill(typed, (byte) 0);
        }
    }

    private int edit(byte[] typed, int length, int next, Question.Echo echo) {
        if (next == BACKSPACE || next == DELETE) {
            int shorter = length;
            while (shorter > 0 && (typed[shorter - 1] & 0xC0) == 0x80) {
                shorter--;
            }
            shorter = Math.max(0, shorter - 1);
            if (echo == Question.Echo.SHOWN && shorter < length) {
                write("\b \b");
            }
            return shorter;
        }
        if (next == KILL_LINE) {
            return 0;
        }
        if (next < ' ' || length == MOST) {
            return length;
        }
        typed[length] = (byte) next;
        if (echo == Question.Echo.SHOWN) {
            write(typed, length, 1);
        }
        return length + 1;
    }

    private static Secret secret(byte[] typed, int length) {
        char[] wide = new char[length];
        var decoded = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(typed, 0, length));
        int characters = decoded.remaining();
        decoded.get(wide, 0, characters);
        Arrays.fill(decoded.array(), '\0');
        char[] exact = Arrays.copyOf(wide, characters);
        Arrays.fill(wide, '\0');
        return Secret.owning(exact);
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    private void write(byte[] bytes, int from, int count) {
        try {
            out.write(bytes, from, count);
            out.flush();
        } catch (IOException e) {
            closed = true;
        }
    }

    /** What stty says on the controlling terminal; empty where it fails. */
    private static Optional<String> stty(List<String> arguments) {
        try {
            List<String> command = new java.util.ArrayList<>(List.of("stty"));
            command.addAll(arguments);
            Process process = new ProcessBuilder(command)
                    .redirectInput(TTY.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor(STTY_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
