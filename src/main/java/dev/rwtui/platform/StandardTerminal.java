package dev.rwtui.platform;

import dev.rwtui.shell.LocalTerminal;
import dev.rwtui.shell.TerminalModes;
import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import dev.rwtui.tui.terminal.Tty;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** The terminal on standard input and output, for a shell elsewhere, by stty(1). */
public final class StandardTerminal implements LocalTerminal {

    /** All of a raw terminal, and reads that come back: see {@link StandardKeyboard}. */
    private static final String RAW = "raw -echo -iexten min 0 time 1";

    private final SttyTty tty;
    private final String type;
    private final StandardKeyboard keyboard = new StandardKeyboard();
    private final OutputStream output = new FileOutputStream(FileDescriptor.out);
    private final SizeNews news;

    /** Tells of a terminal's size. */
    public interface SizeNews {
        void listen(Runnable listener);
    }

    /**
     * Changes nothing yet.
     *
     * @param saved what {@code stty -g} said before anything was changed
     * @param type {@code TERM}
     */
    public StandardTerminal(String saved, String type, SizeNews news) {
        this.tty = new SttyTty(saved, RAW);
        this.type = type;
        this.news = news;
    }

    /** Empty where standard input is no terminal. */
    public static Optional<LocalTerminal> find(String type, SizeNews news) {
        try {
            return Optional.of(new StandardTerminal(SttyTty.said("-g").strip(), type, news));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public RemoteTerminal described() throws IOException {
        return new RemoteTerminal(type, size().orElse(new TerminalSize(80, 24)), TerminalModes.of(SttyTty.said("-a")));
    }

    @Override
    public Optional<TerminalSize> size() {
        return tty.size().map(StandardTerminal::size);
    }

    private static TerminalSize size(Tty.Extent extent) {
        return new TerminalSize(extent.columns(), extent.rows());
    }

    @Override
    public void raw() throws IOException {
        tty.raw();
    }

    @Override
    public void restore() throws IOException {
        tty.restore();
    }

    @Override
    public void stop() throws IOException {
        tty.stop();
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return keyboard.read(buffer);
    }

    @Override
    public OutputStream output() {
        return output;
    }

    @Override
    public void onResize(Runnable listener) {
        news.listen(listener);
    }
}
