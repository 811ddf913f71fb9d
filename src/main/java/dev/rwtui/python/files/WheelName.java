package dev.rwtui.python.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an archive says: {@code torch-2.1.0+cu118-cp310-cp310-linux_x86_64.whl} (PEP 427, PEP 625). */
record WheelName(String name, String version) {

    private static final Pattern WHEEL = Pattern.compile("([A-Za-z0-9_.]++)-([^-]++)(?:-[^-]+){3,4}\\.whl");
    private static final Pattern SDIST = Pattern.compile("([A-Za-z0-9_.-]+)-([0-9][^-]*+)\\.(?:tar\\.gz|zip)");

    /** Of the last part of a path or an address; empty where it is no archive of python's. */
    static Optional<WheelName> of(String address) {
        String path = address.replaceFirst("[?#].*", "");
        String file =
                path.substring(path.lastIndexOf('/') + 1).replace("%2B", "+").replace("%2b", "+");
        Matcher wheel = WHEEL.matcher(file);
        if (wheel.matches()) {
            return Optional.of(new WheelName(wheel.group(1), wheel.group(2)));
        }
        Matcher sdist = SDIST.matcher(file);
        return sdist.matches() ? Optional.of(new WheelName(sdist.group(1), sdist.group(2))) : Optional.empty();
    }
}
