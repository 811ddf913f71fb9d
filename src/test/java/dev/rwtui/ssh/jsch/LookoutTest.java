package dev.rwtui.ssh.jsch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reading ahead while the reader is busy. */
@Timeout(10)
final class LookoutTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final Script peer = new Script();
    private final Lookout lookout = new Lookout(peer, executor);
    private final CompletableFuture<String> gone = new CompletableFuture<>();

    @AfterEach
    void stop() {
        peer.says("");
        executor.shutdownNow();
    }

    @Test
    void theEndIsNoticedWhileItWatches() throws Exception {
        try (Lookout.Watch watch = watch()) {
            peer.says("last words");
            peer.ends();

            assertThat(gone.get(5, TimeUnit.SECONDS)).isEqualTo("gone");
        }

        assertThat(text(10)).isEqualTo("last words");
        assertThat(lookout.read()).isEqualTo(-1);
    }

    @Test
    void anEndThatWasNoticedBeforeIsToldAtOnce() throws Exception {
        watch().close();
        peer.ends();
        assertThat(lookout.read()).isEqualTo(-1);

        watch().close();

        assertThat(gone).isCompletedWithValue("gone");
    }

    @Test
    void whatWasReadAheadComesFirst() throws Exception {
        watch().close();
        CompletableFuture<String> read = CompletableFuture.supplyAsync(() -> text(6), executor);
        peer.says("one");
        peer.says("two");

        assertThat(read.get(5, TimeUnit.SECONDS)).isEqualTo("onetwo");
        assertThat(gone).isNotDone();
    }

    @Test
    void itReadsAheadAgainAfterAllWasRead() throws Exception {
        for (String words : List.of("first", "again")) {
            watch().close();
            peer.says(words);
            assertThat(text(words.length())).isEqualTo(words);
        }

        try (Lookout.Watch watch = watch()) {
            peer.says("last");
            peer.ends();
            gone.get(5, TimeUnit.SECONDS);
        }

        assertThat(text(10)).isEqualTo("last");
    }

    @Test
    void aFailureOfTheCarrierReachesTheReader() throws Exception {
        try (Lookout.Watch watch = watch()) {
            peer.fails();
            gone.get(5, TimeUnit.SECONDS);
        }

        assertThatThrownBy(lookout::read).isInstanceOf(IOException.class).hasMessage("cut");
    }

    @Test
    void aPeerThatTalksOnIsHeldUp() throws Exception {
        String flood = "x".repeat(4096);
        try (Lookout.Watch watch = watch()) {
            for (int i = 0; i < 64; i++) {
                peer.says(flood);
            }
            peer.awaitHeldUp();
        }

        assertThat(text(64 * flood.length())).isEqualTo(flood.repeat(64));
    }

    /** Two questions in one piece, and then a flood: nobody looks further before there is room. */
    @Test
    void aSecondQuestionFindsNoRoomAndAsksForNone() throws Exception {
        String flood = "x".repeat(4096);
        try (Lookout.Watch watch = watch()) {
            for (int i = 0; i < 64; i++) {
                peer.says(flood);
            }
            peer.awaitHeldUp();
        }

        watch().close();

        assertThat(text(64 * flood.length())).isEqualTo(flood.repeat(64));
    }

    private Lookout.Watch watch() {
        return lookout.watch(() -> gone.complete("gone"));
    }

    private String text(int length) {
        try {
            return new String(lookout.readNBytes(length), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Gives each piece to one read; blocks where there is none. */
    private static final class Script extends InputStream {
        private final BlockingQueue<CompletableFuture<String>> pieces = new LinkedBlockingQueue<>();
        private final CompletableFuture<Void> heldUp = new CompletableFuture<>();
        private int given;

        void says(String text) {
            pieces.add(CompletableFuture.completedFuture(text));
        }

        void ends() {
            says("\0");
        }

        void fails() {
            pieces.add(CompletableFuture.failedFuture(new IOException("cut")));
        }

        /** Waits until more than half of what may be read ahead has been. */
        void awaitHeldUp() throws Exception {
            heldUp.get(5, TimeUnit.SECONDS);
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("nobody reads single bytes");
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            String text = next();
            if (text.equals("\0")) {
                return -1;
            }
            byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(bytes, 0, target, from, bytes.length);
            given += bytes.length;
            if (given >= 32 << 10) {
                heldUp.complete(null);
            }
            return bytes.length;
        }

        private String next() throws IOException {
            try {
                return pieces.take().get();
            } catch (InterruptedException e) {
                throw new IOException("interrupted", e);
            } catch (java.util.concurrent.ExecutionException e) {
                throw (IOException) e.getCause();
            }
        }
    }
}
