package dev.rwtui.lab;

import java.io.IOException;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.Signal;
import org.apache.sshd.server.channel.ChannelSession;

/** The end of a command by a signal: the channel request "exit-signal" of RFC 4254 section 6.10. */
final class ExitSignal {

    private ExitSignal() {}

    /** Tells the client, then closes the channel. */
    static void send(ChannelSession channel, Signal signal) throws IOException {
        Buffer request = channel.getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        request.putUInt(channel.getRecipient());
        request.putString("exit-signal");
        request.putBoolean(false);
        // MINA has the old name of this one.
        request.putString(signal == Signal.IOT ? "ABRT" : signal.name());
        request.putBoolean(false);
        request.putString("");
        request.putString("");
        channel.writePacket(request);
        channel.close(false);
    }
}
