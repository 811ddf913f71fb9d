package dev.rwtui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.rwtui.ssh.model.RemoteTerminal;
import dev.rwtui.ssh.model.TerminalSize;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalModesTest {

    @Test
    void linuxsStty() {
        String said = """
                speed 38400 baud; rows 36; columns 120; line = 0;
                intr = ^C; quit = ^\\; erase = ^?; kill = ^U; eof = ^D; eol = <undef>;
                eol2 = M-^?; swtch = <undef>; start = ^Q; stop = ^S; susp = ^Z; rprnt = ^R;
                werase = ^W; lnext = ^V; discard = ^O; min = 1; time = 0;
                -parenb -parodd -cmspar cs8 -hupcl -cstopb cread -clocal -crtscts
                -ignbrk -brkint -ignpar -parmrk -inpck -istrip -inlcr -igncr icrnl ixon -ixoff
                -iuclc -ixany -imaxbel iutf8
                isig icanon iexten echo echoe echok -echonl -noflsh -xcase -tostop -echoprt
                """;

        assertThat(TerminalModes.of(said))
                .containsOnly(
                        entry(1, 3),
                        entry(2, 28),
                        entry(3, 127),
                        entry(4, 21),
                        entry(5, 4),
                        entry(6, 255),
                        entry(7, 255),
                        entry(8, 17),
                        entry(9, 19),
                        entry(10, 26),
                        entry(12, 18),
                        entry(13, 23),
                        entry(14, 22),
                        entry(16, 255),
                        entry(18, 15),
                        entry(42, 1),
                        entry(128, 38400),
                        entry(129, 38400));
    }

    @Test
    void macsStty() {
        String said = """
                speed 9600 baud; 24 rows; 80 columns;
                lflags: icanon isig iexten echo
                iflags: -istrip icrnl -inlcr -igncr ixon -ixoff ixany imaxbel -iutf8
                cchars: discard = ^O; dsusp = ^Y; eof = ^D; erase = ^H; intr = x;
                \tstatus = ^T; reprint = ^R; min = 1;
                """;

        assertThat(TerminalModes.of(said))
                .containsOnly(
                        entry(18, 15),
                        entry(11, 25),
                        entry(5, 4),
                        entry(3, 8),
                        entry(1, (int) 'x'),
                        entry(17, 20),
                        entry(12, 18),
                        entry(42, 0),
                        entry(128, 9600),
                        entry(129, 9600));
    }

    @Test
    void nonsenseSaysNothing() {
        assertThat(TerminalModes.of("stty: standard input: not a terminal")).isEmpty();
    }

    @Test
    void modesAreEncodedAsTheRfcSays() {
        RemoteTerminal terminal = new RemoteTerminal("xterm", new TerminalSize(80, 24), Map.of(128, 38400, 1, 3));

        assertThat(terminal.encodedModes()).containsExactly(1, 0, 0, 0, 3, 128, 0, 0, 0x96, 0, 0);
    }
}
