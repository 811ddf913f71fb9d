package dev.rwtui.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.apache.sshd.client.future.DefaultOpenFuture;
import org.apache.sshd.client.future.OpenFuture;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.channel.ChannelOutputStream;
import org.apache.sshd.common.channel.ChannelPipedInputStream;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.io.IoUtils;
import org.apache.sshd.server.channel.AbstractServerChannel;
import org.jspecify.annotations.Nullable;

/**
 * A direct-tcpip channel (RFC 4254 section 7.2) whose far end lives in this process. What the client sends waits in a
 * buffer that its window bounds, and the window grows by what the service has read; what the service writes blocks it
 * while the client's window is empty.
 */
final class DirectChannel extends AbstractServerChannel {

    /** A client may stop reading for as long as it likes. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private final Dialler dialler;
    private final Executor threads;
    private @Nullable ChannelPipedInputStream fromClient;

    /** Finds what answers at a host and port as this server sees them. Must not block. */
    @FunctionalInterface
    interface Dialler {
        Dialled dial(String host, int port);
    }

    DirectChannel(Dialler dialler, Executor threads) {
        super("", List.of(), null);
        this.dialler = dialler;
        this.threads = threads;
    }

    @Override
    protected OpenFuture doInit(Buffer request) {
        Dialled dialled = dialler.dial(request.getString(), request.getInt());
        DefaultOpenFuture answer = new DefaultOpenFuture(this, this);
        if (dialled instanceof Dialled.Connected connected) {
            open(answer, connected.service());
        } else if (dialled instanceof Dialled.Refused refused) {
            refuse(refused);
        }
        return answer;
    }

    private void open(DefaultOpenFuture answer, Service service) {
        ChannelPipedInputStream in = new ChannelPipedInputStream(getLocalWindow(), Duration.ZERO);
        OutputStream out = new ChannelOutputStream(
                this, getRemoteWindow(), PATIENCE, log, SshConstants.SSH_MSG_CHANNEL_DATA, true);
        fromClient = in;
        // This sends SSH_MSG_CHANNEL_OPEN_CONFIRMATION, which must go before the first data.
        signalChannelOpenSuccess();
        answer.setOpened();
        try {
            threads.execute(() -> serve(service, in, out));
        } catch (RejectedExecutionException e) {
            close(true);
        }
    }

    /**
     * Sends SSH_MSG_CHANNEL_OPEN_FAILURE here, and leaves MINA's future open: MINA would tell the reason's code, but words of
     * its own.
     */
    private void refuse(Dialled.Refused refused) {
        Buffer failure = getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_OPEN_FAILURE);
        failure.putUInt(getRecipient());
        failure.putInt(
                switch (refused.reason()) {
                    case PROHIBITED -> SshConstants.SSH_OPEN_ADMINISTRATIVELY_PROHIBITED;
                    case CONNECT_FAILED -> SshConstants.SSH_OPEN_CONNECT_FAILED;
                });
        failure.putString(refused.words());
        failure.putString("");
        try {
            getSession().writePacket(failure);
        } catch (IOException e) {
            log.debug("{}: the refusal could not be sent", this, e);
        }
        close(true);
    }

    private void serve(Service service, ChannelPipedInputStream in, OutputStream out) {
        try (in;
                out) {
            service.serve(in, out);
        } catch (IOException e) {
            log.debug("{}: the connection ended early", this, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            close(false);
        }
    }

    @Override
    protected void doWriteData(byte[] data, int offset, long length) throws IOException {
        ChannelPipedInputStream in = fromClient;
        try {
            if (in != null) {
                in.receive(data, offset, (int) length);
            }
        } catch (IOException e) {
            // The service has stopped reading: what still comes is dropped, as a closed socket would, and must not end
            // the
            // session.
            log.debug("{}: {} bytes came too late", this, length, e);
        }
    }

    @Override
    protected void doWriteExtendedData(byte[] data, int offset, long length) throws IOException {
        getLocalWindow().release(length);
    }

    @Override
    public void handleEof() throws IOException {
        super.handleEof();
        if (fromClient != null) {
            fromClient.eof();
        }
    }

    @Override
    protected void preClose() {
        IoUtils.closeQuietly(fromClient);
        super.preClose();
    }
}
