package dev.rwtui.ssh.config;

/**
 * The {@code ssh} whose rules count.
 *
 * @param release what it calls itself in {@code ssh -V}, up to the comma: {@code OpenSSH_9.2p1 Debian-2+deb12u6}
 */
public record OpenSsh(int major, int minor, Vendor vendor, String release) {

    /** The newest that rwtui knows the rules of, as its authors ship it. */
    public static final OpenSsh NEWEST = new OpenSsh(10, 3, Vendor.UPSTREAM, "OpenSSH_10.3p1");

    private static final String NAME = "OpenSSH_";

    /** Whose patches it carries, where they change what a configuration means. */
    public enum Vendor {
        UPSTREAM,
        DEBIAN
    }

    /** @param banner what {@code ssh -V} says; {@link #NEWEST} where that is not understood */
    public static OpenSsh parse(String banner) {
        int comma = banner.indexOf(',');
        String release = (comma < 0 ? banner : banner.substring(0, comma)).strip();
        int major = release.startsWith(NAME) ? number(release, NAME.length()) : NONE;
        int dot = release.indexOf('.');
        int minor =
                major == NONE || dot != NAME.length() + Integer.toString(major).length()
                        ? NONE
                        : number(release, dot + 1);
        if (minor == NONE) {
            return NEWEST;
        }
        boolean debian = release.contains("Debian") || release.contains("Ubuntu");
        return new OpenSsh(major, minor, debian ? Vendor.DEBIAN : Vendor.UPSTREAM, release);
    }

    private static final int NONE = -1;

    /** The number of at most three digits that begins there; {@link #NONE} where none does. */
    private static int number(String text, int start) {
        int end = start;
        while (end < text.length() && end < start + 4 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end == start || end == start + 4 ? NONE : Integer.parseInt(text.substring(start, end));
    }

    /**
     * Whether it reads {@code ProxyJump} as OpenSSH does since 10.3: a {@code none} lets a later {@code ProxyCommand} through,
     * jumps of the command line must be safe names, and a user that stands in a file as it is is trusted. Debian has brought
     * that to its stable releases.
     */
    boolean readsJumpsAnew() {
        return isAtLeast(10, 3) || updates("deb12u") >= 10 || updates("deb13u") >= 4;
    }

    /** How often Debian has updated a release; 0 where it is not that one. */
    private int updates(String mark) {
        int start = release.indexOf(mark) + mark.length();
        int end = start;
        while (release.contains(mark) && end < release.length() && Character.isDigit(release.charAt(end))) {
            end++;
        }
        return end == start ? 0 : Integer.parseInt(release.substring(start, Math.min(end, start + 4)));
    }

    /** Whether it is this version or a later one. */
    public boolean isAtLeast(int wantedMajor, int wantedMinor) {
        return major > wantedMajor || (major == wantedMajor && minor >= wantedMinor);
    }
}
