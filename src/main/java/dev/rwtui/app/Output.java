package dev.rwtui.app;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Standard output and error, and a log that is there once something is to be written to it. */
final class Output {

    private final PrintWriter out = writer(FileDescriptor.out);
    private final PrintWriter err = writer(FileDescriptor.err);

    @GuardedBy("this")
    private Optional<LogFile> log = Optional.empty();

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** The log, into which from now on all goes that is logged. */
    synchronized LogFile log() {
        if (log.isEmpty()) {
            log = Optional.of(LogFile.in(
                    Directories.of(System.getenv(), Path.of(System.getProperty("user.home"))),
                    Instant.now(),
                    ProcessHandle.current().pid()));
            log.get().installQuietly();
        }
        return log.get();
    }

    void bug(Throwable bug) {
        Path report = log().path();
        LoggerFactory.getLogger(Output.class).error("bug", bug);
        err.println("rwtui: this is a bug in rwtui: " + bug + "; the report is in " + report);
        err.flush();
    }

    /**
     * In the locale's own character set: what it cannot say becomes a question mark, not a wrong character. Not by way of
     * {@link System#out}, which keeps it to itself that the reader has gone.
     */
    private static PrintWriter writer(FileDescriptor stream) {
        String name = System.getProperty("native.encoding", System.getProperty("sun.jnu.encoding", "UTF-8"));
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), false);
    }
}
