package dev.rwtui.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Takes the pictures of {@code screenshots/} from the packaged program, in tmux, on its demo:
 * {@code mvn -q -Dquick -DskipTests -Pscreenshots package}.
 */
public final class Screenshots {

    private final Path program;
    private final Path target;

    private Screenshots(Path program, Path target) {
        this.program = program;
        this.target = target;
    }

    /** Arguments: the program, the directory for the pictures. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Screenshots screenshots = new Screenshots(Path.of(arguments[0]).toAbsolutePath(), Path.of(arguments[1]));
        screenshots.take(120, 36);
        screenshots.take(80, 24);
    }

    private void take(int columns, int rows) throws IOException {
        Files.createDirectories(target);
        try (Tmux tmux = new Tmux(Tmux.newHome(), columns, rows)) {
            tmux.command("exec " + program + " demo")
                    .awaitSays("#{alternate_on}", "1")
                    .awaits("direwolf");
            save(tmux, "hosts", columns, rows);
            tmux.press("Down", "Enter").awaits("up 2/").awaitScreen(screen -> !screen.contains("opening"));
            try (Socket browser = new Socket(InetAddress.getLoopbackAddress(), localPort(tmux))) {
                browse(browser);
                tmux.awaits("1 conn").awaits(" ms");
                save(tmux, "tunnels", columns, rows);
            }
            tmux.press("3").awaits("vision").awaits("a clone of");
            save(tmux, "python", columns, rows);
            tmux.press("1").awaits("connect");
            tmux.press("Down", "Enter").awaits("auth refused");
            save(tmux, "refused", columns, rows);
            tmux.press("?").awaits("Keys");
            save(tmux, "help", columns, rows);
            tmux.press("Escape").press("C-c").press("C-c");
        }
    }

    /** The one that the address of the marked tunnel names. */
    private static int localPort(Tmux tmux) {
        Matcher url = Pattern.compile("http://localhost:(\\d+)/").matcher(tmux.screen());
        if (!url.find()) {
            throw new IllegalStateException("no address on the screen:\n" + tmux.screen());
        }
        return Integer.parseInt(url.group(1));
    }

    /** Loads the page a few times over one connection, and reads what comes. */
    private static void browse(Socket browser) throws IOException {
        for (int i = 0; i < 5; i++) {
            browser.getOutputStream()
                    .write("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        browser.getInputStream().readNBytes(5_000);
    }

    private void save(Tmux tmux, String name, int columns, int rows) throws IOException {
        Path file = target.resolve(name + "-" + columns + "x" + rows + ".png");
        ImageIO.write(TerminalPainter.paint(tmux.colours(), columns, rows), "png", file.toFile());
    }
}
