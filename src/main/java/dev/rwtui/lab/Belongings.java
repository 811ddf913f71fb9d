package dev.rwtui.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What lies in the homes of the lab from the start: python environments as their tools lay them out, with the python of
 * this machine in them. Nothing is installed; the packages are names alone.
 */
final class Belongings {

    private final Path root;

    Belongings(Path root) {
        this.root = root;
    }

    void furnish() throws IOException {
        Path direwolf = root.resolve("home-direwolf");
        // What tells a root from an environment.
        Files.createDirectories(direwolf.resolve("miniconda3/condabin"));
        conda(direwolf.resolve("miniconda3"), "conda-23.9.0-py310_0", "requests-2.31.0-py310_0");
        conda(
                direwolf.resolve("miniconda3/envs/vision"),
                "pytorch-2.1.0-py3.10_cuda11.8_cudnn8.7.0_0",
                "torchvision-0.16.0-py310_cu118",
                "numpy-1.26.0-py310h5f9d8c6_0",
                "cuda-version-11.8-hcce14f8_3");
        venv(direwolf.resolve("code/detector/.venv"), "numpy-2.1.3", "tqdm-4.66.1");
        Path gpu08 = root.resolve("home-gpu08");
        conda(
                gpu08.resolve("miniconda3/envs/vision"),
                "pytorch-2.1.2-py3.10_cuda12.1_cudnn8.9.2_0",
                "torchvision-0.16.2-py310_cu121",
                "numpy-1.26.0-py310h5f9d8c6_0",
                "cuda-version-12.1-h1d6eff3_2");
    }

    private static void conda(Path prefix, String... packages) throws IOException {
        Path meta = Files.createDirectories(prefix.resolve("conda-meta"));
        Files.writeString(meta.resolve("history"), "==> 2026-10-03 08:15:00 <==\n");
        for (String one : Stream.concat(Stream.of("python-3.10.13-h955ad1f_0"), Stream.of(packages))
                .toList()) {
            String[] parts = one.split("-(?=[^-]*-[^-]*$)|-(?=[^-]*$)");
            Files.writeString(
                    meta.resolve(one + ".json"),
                    "{\n  \"name\": \"" + parts[0] + "\",\n  \"version\": \"" + parts[1] + "\",\n  \"build\": \""
                            + parts[2]
                            + "\",\n  \"channel\": \"https://conda.anaconda.org/conda-forge/linux-64\"\n}\n");
        }
        Files.createDirectories(prefix.resolve("lib/python3.10/site-packages"));
        python(prefix);
    }

    private static void venv(Path prefix, String... packages) throws IOException {
        Path site = Files.createDirectories(prefix.resolve("lib/python3.11/site-packages"));
        for (String one : packages) {
            Files.createDirectories(site.resolve(one + ".dist-info"));
        }
        Files.writeString(
                prefix.resolve("pyvenv.cfg"),
                "home = /usr/bin\ninclude-system-site-packages = false\nversion = 3.11.2\n");
        python(prefix);
        Files.writeString(prefix.resolve("bin/activate"), "VIRTUAL_ENV=" + prefix + "\nexport VIRTUAL_ENV\n");
    }

    private static void python(Path prefix) throws IOException {
        Path bin = Files.createDirectories(prefix.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("python"), Path.of("/usr/bin/python3"));
    }
}
