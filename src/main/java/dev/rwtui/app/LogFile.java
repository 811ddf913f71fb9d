package dev.rwtui.app;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The log of one process: appended to, for its owner alone; the newest ten are kept. */
final class LogFile {

    private static final int KEPT = 10;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path directory;
    private final Path path;

    @GuardedBy("this")
    private boolean installed;

    private LogFile(Path directory, String name) {
        this.directory = directory;
        this.path = directory.resolve(name);
    }

    /** A name that no other process takes. */
    static LogFile in(Directories directories, Instant now, long pid) {
        return new LogFile(directories.state(), "rwtui-" + STAMP.format(now) + "-" + pid + ".log");
    }

    /** The one that the launcher has begun; {@code /dev/null} where it could not. */
    static LogFile at(Path file) {
        Path directory = Optional.ofNullable(file.getParent()).orElse(Path.of("."));
        return new LogFile(directory, String.valueOf(file.getFileName()));
    }

    Path path() {
        return path;
    }

    /** Sends everything that is logged in this process to the file, and nothing anywhere else. */
    private void install() throws IOException {
        OutputStream out = appending();
        forgetHandlers();
        Logger root = Logger.getLogger("");
        root.setLevel(Level.INFO);
        root.addHandler(new Lines(out));
        prune();
    }

    /** As {@link #install()}; where the file cannot be had, nothing is logged at all: never a reason not to work. */
    synchronized void installQuietly() {
        if (installed) {
            return;
        }
        installed = true;
        try {
            install();
        } catch (IOException e) {
            forgetHandlers();
        }
    }

    /** Appends to the file, which is made where it is missing. Each write goes to its end. */
    OutputStream appending() throws IOException {
        if (Files.notExists(path)) {
            Directories.makePrivate(directory);
            Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.newOutputStream(path, StandardOpenOption.APPEND);
    }

    /** The levels that libraries are kept to stay: {@code LogManager.reset} would forget them. */
    private static void forgetHandlers() {
        Logger root = Logger.getLogger("");
        for (Handler handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
    }

    private void prune() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> old = files.filter(LogFile::isLog)
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), Comparator.reverseOrder()))
                    .skip(KEPT)
                    .toList();
            for (Path file : old) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static boolean isLog(Path file) {
        return file.getFileName().toString().matches("rwtui-\\d{8}-\\d{6}-\\d+\\.log");
    }

    /** One line per record, written through at once: what was logged last is what a crash is about. */
    private static final class Lines extends Handler {

        private final OutputStream out;

        Lines(OutputStream out) {
            this.out = out;
        }

        @Override
        public synchronized void publish(LogRecord record) {
            if (!isLoggable(record)) {
                return;
            }
            StringWriter line = new StringWriter();
            line.append(record.getInstant().toString())
                    .append(' ')
                    .append(record.getLevel().getName())
                    .append(' ')
                    .append(record.getLoggerName())
                    .append(": ")
                    .append(String.valueOf(record.getMessage()))
                    .append('\n');
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(line, true));
            }
            write(line.toString());
        }

        private void write(String text) {
            try {
                out.write(text.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                // A full disk must not take the session down with it; there is no second place to say so.
                setLevel(Level.OFF);
            }
        }

        @Override
        public void flush() {}

        @Override
        public synchronized void close() {
            try {
                out.close();
            } catch (IOException e) {
                setLevel(Level.OFF);
            }
        }
    }
}
