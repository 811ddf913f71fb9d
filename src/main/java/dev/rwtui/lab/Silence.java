package dev.rwtui.lab;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** MINA's log, which would end up on the screen: kept to errors, where nobody has set a level. */
final class Silence {

    /** Loggers are held weakly: one that nobody holds loses its level. MINA logs under the names of subclasses, too. */
    private static final List<Logger> LOUD =
            List.of(Logger.getLogger("org.apache.sshd"), Logger.getLogger(Silence.class.getPackageName()));

    private Silence() {}

    static void keep() {
        for (Logger logger : LOUD) {
            if (logger.getLevel() == null) {
                logger.setLevel(Level.SEVERE);
            }
        }
    }
}
