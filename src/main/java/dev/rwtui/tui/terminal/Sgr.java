package dev.rwtui.tui.terminal;

import com.googlecode.lanterna.TextColor;
import java.io.Serial;
import java.nio.charset.StandardCharsets;

/**
 * A foreground or background by the parameters of its SGR sequence (ECMA-48 section 8.3.117). Lanterna sends them as they
 * are, which gives what it has no words for: dim, and exactly the colours of a level. A foreground carries the attributes
 * too, so that Lanterna's own are never needed.
 */
final class Sgr implements TextColor {

    @Serial
    private static final long serialVersionUID = 1;

    private final String parameters;

    Sgr(String parameters) {
        this.parameters = parameters;
    }

    @Override
    public byte[] getForegroundSGRSequence() {
        return parameters.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public byte[] getBackgroundSGRSequence() {
        return parameters.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int getRed() {
        return 0;
    }

    @Override
    public int getGreen() {
        return 0;
    }

    @Override
    public int getBlue() {
        return 0;
    }

    /** For Lanterna's Swing windows, which rwtui never opens. */
    @Override
    @Deprecated
    public java.awt.Color toColor() {
        throw new UnsupportedOperationException("not for Swing");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sgr sgr && parameters.equals(sgr.parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters;
    }
}
