package dev.rwtui.python;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Kernels by the environments in which they run: each may have one, and a machine thousands. */
final class KernelIndex {

    private final Map<Kernel.Mark, Set<Kernel>> kernels = new HashMap<>();

    KernelIndex(Collection<Kernel> kernels) {
        for (Kernel kernel : kernels) {
            for (Kernel.Mark mark : kernel.marks()) {
                this.kernels.computeIfAbsent(mark, key -> new LinkedHashSet<>()).add(kernel);
            }
        }
    }

    Set<Kernel> of(Found environment) {
        Set<Kernel> those = new LinkedHashSet<>();
        for (Kernel.Mark mark : Kernel.marksOf(environment)) {
            those.addAll(kernels.getOrDefault(mark, Set.of()));
        }
        return those;
    }

    /** Their names, each once. */
    List<String> namesOf(Found environment) {
        return names(of(environment));
    }

    static List<String> names(Collection<Kernel> kernels) {
        return kernels.stream().map(Kernel::name).distinct().sorted().toList();
    }
}
