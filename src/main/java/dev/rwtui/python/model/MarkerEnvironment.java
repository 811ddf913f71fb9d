package dev.rwtui.python.model;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What environment markers are compared with (PEP 508): the variables whose value is known.
 *
 * @param values by the variable's name. That the python is CPython is taken for granted, since nothing tells and hardly
 *     any other is in use; {@code platform_release} and {@code platform_version} are not known.
 */
public record MarkerEnvironment(Map<String, String> values) {

    public MarkerEnvironment {
        values = Map.copyOf(values);
    }

    public static MarkerEnvironment of(PackageSet packages) {
        return of(packages.python(), packages.system(), packages.machine());
    }

    /**
     * @param python its version, {@code 3.10.13}
     * @param system as {@code uname -s} prints it
     * @param machine as {@code uname -m} prints it
     */
    public static MarkerEnvironment of(Optional<String> python, String system, String machine) {
        Map<String, String> values = new TreeMap<>();
        python.flatMap(PythonVersion::parse).ifPresent(version -> {
            values.put("python_version", version.release(2));
            values.put("python_full_version", version.toString());
            values.put("implementation_version", version.toString());
        });
        values.put("implementation_name", "cpython");
        values.put("platform_python_implementation", "CPython");
        if (!system.isBlank()) {
            boolean windows = system.equalsIgnoreCase("windows");
            values.put("os_name", windows ? "nt" : "posix");
            values.put("sys_platform", windows ? "win32" : system.toLowerCase(Locale.ROOT));
            values.put("platform_system", system);
        }
        if (!machine.isBlank()) {
            values.put("platform_machine", machine);
        }
        return new MarkerEnvironment(values);
    }

    Optional<String> value(String variable) {
        return Optional.ofNullable(values.get(variable));
    }
}
