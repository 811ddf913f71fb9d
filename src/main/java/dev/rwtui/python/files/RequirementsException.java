package dev.rwtui.python.files;

/** stub */
public final class RequirementsException extends Exception {
    private static final long serialVersionUID = 1L;

    public RequirementsException(String m) {
        super(m);
    }
}
