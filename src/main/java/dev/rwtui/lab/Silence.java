package dev.rwtui.lab;

import java.util.logging.Level;
import java.util.logging.Logger;

/** MINA's log, which would end up on the screen: kept to errors, where nobody has set a level. */
final class Silence {

    /** Loggers are held weakly: one that nobody holds loses its level. */
    private static final Logger MINA = Logger.getLogger("org.apache.sshd");

    private Silence() {}

    static void keep() {
        if (MINA.getLevel() == null) {
            MINA.setLevel(Level.SEVERE);
        }
    }
}
