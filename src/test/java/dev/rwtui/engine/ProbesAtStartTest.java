package dev.rwtui.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rwtui.facts.MachineProbe;
import dev.rwtui.python.EnvironmentProbe;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine makes its probes on the way to the first frame, where their scripts have nothing to do yet. */
final class ProbesAtStartTest {

    /** Has rwtui's classes anew, and remembers what else is read. */
    private static final class Watching extends URLClassLoader {
        private final List<String> read = new ArrayList<>();

        Watching() {
            super(
                    Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                            .map(Watching::url)
                            .toArray(URL[]::new),
                    ClassLoader.getPlatformClassLoader());
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalArgumentException(e);
            }
        }

        @Override
        public @Nullable InputStream getResourceAsStream(String name) {
            read.add(name);
            return super.getResourceAsStream(name);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {MachineProbe.class, EnvironmentProbe.class})
    void makingOneReadsNoScript(Class<?> probe) throws ReflectiveOperationException, IOException {
        try (Watching loader = new Watching()) {
            var constructor = loader.loadClass(probe.getName()).getConstructors()[0];

            constructor.newInstance(new Object[constructor.getParameterCount()]);

            assertThat(loader.read).isEmpty();
        }
    }
}
