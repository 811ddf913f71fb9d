package dev.rwtui.ssh.model;

import java.util.Map;
import java.util.TreeMap;

/**
 * A pseudo-terminal that is asked for: RFC 4254 section 6.2.
 *
 * @param type {@code TERM} of the terminal here
 * @param modes values of those modes that are known, by their opcodes in RFC 4254 section 8; the server decides the others
 */
public record RemoteTerminal(String type, TerminalSize size, Map<Integer, Integer> modes) {

    public RemoteTerminal {
        modes = Map.copyOf(modes);
    }

    /** The modes as they are sent: an opcode and its value, each after the other, and the end. */
    public byte[] encodedModes() {
        byte[] encoded = new byte[modes.size() * 5 + 1];
        int at = 0;
        for (Map.Entry<Integer, Integer> mode : new TreeMap<>(modes).entrySet()) {
            encoded[at++] = mode.getKey().byteValue();
            for (int shift = 24; shift >= 0; shift -= 8) {
                encoded[at++] = (byte) (mode.getValue() >> shift);
            }
        }
        return encoded;
    }
}
