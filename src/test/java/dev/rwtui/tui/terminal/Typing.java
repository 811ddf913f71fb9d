package dev.rwtui.tui.terminal;

/** Types, as the key reader would hand the bytes over. */
public final class Typing {

    private Typing() {}

    /** All at once; then nothing follows for a while. */
    public static void into(TypedInput input, byte[] bytes) {
        input.feed(bytes, bytes.length, input.epoch());
        if (input.pending() == KeyParser.Pending.KEY) {
            input.settle();
        }
    }
}
