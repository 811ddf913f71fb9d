package dev.rwtui.app;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.rwtui.engine.Notice;
import dev.rwtui.tui.BugReport;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a dashboard leaves in writing: its log, and what the launcher is to say once the terminal is given back. */
final class Records {

    private final LogFile log;
    private final Optional<Path> farewell;
    private final PrintStream standardError = System.err;

    @GuardedBy("this")
    private List<String> heading = List.of();

    private Records(LogFile log, Optional<Path> farewell) {
        this.log = log;
        this.farewell = farewell;
    }

    /** The launcher has made the log, since the JVM's own complaints go there, and names it by a property. */
    static Records begunByTheLauncher(Map<String, String> environment) {
        Optional<Path> named =
                Optional.ofNullable(System.getProperty("rwtui.log")).map(Path::of);
        Optional<Path> farewell =
                Optional.ofNullable(System.getProperty("rwtui.farewell")).map(Path::of);
        LogFile log = named.map(LogFile::at)
                .orElseGet(() -> LogFile.in(
                        Directories.of(environment, Path.of(System.getProperty("user.home"))),
                        Instant.now(),
                        ProcessHandle.current().pid()));
        return new Records(log, farewell);
    }

    /** What the log begins with. */
    synchronized void heading(List<String> lines) {
        heading = List.copyOf(lines);
    }

    /** Begins the log, where nothing has yet. */
    void begin() {
        logger();
    }

    /** Sends what anybody prints to the log: on the screen it would be dirt. */
    void takeStandardStreams() {
        PrintStream out = new PrintStream(printed(), true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(out);
    }

    private OutputStream printed() {
        try {
            return log.appending();
        } catch (IOException e) {
            return OutputStream.nullOutputStream();
        }
    }

    /** Writes what the engine logs; nothing else of what it tells. */
    void write(Notice notice) {
        if (notice instanceof Notice.Logged logged) {
            String text = logged.host().map(host -> host + ": ").orElse("") + logged.text();
            Logger logger = logger();
            switch (logged.level()) {
                case INFO -> logger.info(text);
                case WARNING -> logger.warn(text);
                case ERROR -> logger.error(text);
            }
        }
    }

    /** Something that works less well than it should. */
    void warn(String line) {
        logger().warn(line);
    }

    /** A bug on a thread that is not the screen's: reported, and the program goes on. */
    void bug(Throwable cause) {
        logger().error("bug", cause);
    }

    /** A bug of the screen's: the last thing that the program says. */
    void bug(BugReport report) {
        report.lastEvents().forEach(event -> logger().error("before it: {}", event));
        logger().error("bug", report.cause());
        farewell("rwtui: this is a bug in rwtui, sorry; the report is in " + log.path());
    }

    /** For the person, on standard error, after the terminal was given back. */
    void farewell(String line) {
        try {
            Path file = farewell.orElseThrow(() -> new IOException("no launcher"));
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            standardError.println(line);
        }
    }

    private synchronized Logger logger() {
        log.installQuietly();
        Logger logger = LoggerFactory.getLogger("rwtui");
        heading.forEach(logger::info);
        heading = List.of();
        return logger;
    }
}
