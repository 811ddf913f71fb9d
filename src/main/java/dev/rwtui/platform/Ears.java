package dev.rwtui.platform;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Hears of changes in directories, by inotify(7). Used by one thread at a time, but for what is heard, which comes on a
 * thread of {@code blocking} that waits for nothing else.
 */
final class Ears implements AutoCloseable {

    private static final WatchEvent.Kind<?>[] ANYTHING = {
        StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE
    };

    /** File systems on which others can write without the kernel here knowing. */
    private static final Set<String> SHARED = Set.of(
            "nfs",
            "nfs4",
            "cifs",
            "smb3",
            "smbfs",
            "afs",
            "9p",
            "ceph",
            "lustre",
            "gpfs",
            "beegfs",
            "virtiofs",
            "vboxsf",
            "vmhgfs",
            "prl_fs");

    private static final String SHARED_BY_PROGRAMS = "fuse.";

    private final Opening opening;
    private final Executor blocking;
    private final Runnable heard;
    private final Map<Path, String> fileSystems = new HashMap<>();
    private @Nullable WatchService service;
    private volatile Map<WatchKey, Trails.Interest> listening = Map.of();

    /** @param heard told on another thread that something of interest may have changed */
    Ears(Opening opening, Executor blocking, Runnable heard) {
        this.opening = opening;
        this.blocking = blocking;
        this.heard = heard;
    }

    /** Where the system's own service comes from. */
    interface Opening {
        WatchService open() throws IOException;
    }

    /**
     * Listens in these places from now on, and nowhere else.
     *
     * @return why not all that decides is heard; empty where it is
     */
    Optional<String> listen(Trails trails) {
        Map<WatchKey, Trails.Interest> fresh = new HashMap<>();
        Optional<String> deaf = Optional.empty();
        for (Map.Entry<Path, Trails.Interest> place : trails.interests().entrySet()) {
            Optional<String> fault = listen(place.getKey(), place.getValue(), fresh);
            if (fault.isPresent() && trails.deciding().contains(place.getKey())) {
                deaf = fault;
            }
        }
        Map<WatchKey, Trails.Interest> before = listening;
        listening = Map.copyOf(fresh);
        before.keySet().stream().filter(key -> !fresh.containsKey(key)).forEach(WatchKey::cancel);
        return deaf.or(() -> shared(trails));
    }

    private Optional<String> listen(Path directory, Trails.Interest interest, Map<WatchKey, Trails.Interest> keys) {
        try {
            WatchKey key = directory.register(service(), ANYTHING);
            keys.merge(key, interest, Trails.Interest::either);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(directory + ": " + e.getMessage());
        }
    }

    private WatchService service() throws IOException {
        WatchService open = service;
        if (open == null) {
            WatchService fresh = opening.open();
            service = fresh;
            blocking.execute(() -> hear(fresh));
            return fresh;
        }
        return open;
    }

    private Optional<String> shared(Trails trails) {
        fileSystems.keySet().retainAll(trails.deciding());
        return trails.deciding().stream()
                .filter(directory -> isShared(fileSystems.computeIfAbsent(directory, Ears::fileSystem)))
                .map(directory -> directory + " is on " + fileSystems.get(directory))
                .findFirst();
    }

    private static boolean isShared(String fileSystem) {
        return SHARED.contains(fileSystem) || fileSystem.startsWith(SHARED_BY_PROGRAMS);
    }

    private static String fileSystem(Path directory) {
        try {
            return Files.getFileStore(directory).type();
        } catch (IOException e) {
            return "";
        }
    }

    private void hear(WatchService from) {
        try {
            while (true) {
                WatchKey key = from.take();
                boolean wanted = isWanted(key);
                // A key that is no longer valid is that of a directory which has gone.
                if (!key.reset() || wanted) {
                    heard.run();
                }
            }
        } catch (ClosedWatchServiceException e) {
            // Nobody wants to know any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted(WatchKey key) {
        List<WatchEvent<?>> events = key.pollEvents();
        Trails.Interest interest = listening.get(key);
        return interest == null
                || events.stream()
                        .anyMatch(event -> event.kind() == StandardWatchEventKinds.OVERFLOW
                                || interest.isIn(String.valueOf(event.context())));
    }

    /** Hears nothing more; the thread that listened ends. */
    @Override
    public void close() {
        WatchService open = service;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                throw new IllegalStateException("closing a watch service", e);
            }
        }
    }
}
