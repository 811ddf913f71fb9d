package dev.rwtui.lab;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.auth.AbstractUserAuth;
import org.apache.sshd.server.auth.UserAuth;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/** Keyboard-interactive authentication of several rounds, each with one prompt: RFC 4256. */
final class DialogueAuth extends AbstractUserAuth {

    private static final String NAME = "keyboard-interactive";

    private final Function<String, List<LabHost.Round>> dialogues;
    private List<LabHost.Round> open = List.of();

    /** Makes one per attempt. */
    record Factory(Function<String, List<LabHost.Round>> dialogues) implements UserAuthFactory {
        @Override
        public String getName() {
            return NAME;
        }

        @Override
        public UserAuth createUserAuth(ServerSession session) {
            return new DialogueAuth(dialogues);
        }
    }

    private DialogueAuth(Function<String, List<LabHost.Round>> dialogues) {
        super(NAME);
        this.dialogues = dialogues;
    }

    /** Null is MINA's word for "goes on". */
    @Override
    protected @Nullable Boolean doAuth(Buffer buffer, boolean first) throws IOException {
        if (first) {
            open = dialogues.apply(getUsername());
        } else if (!rightAnswer(buffer)) {
            return false;
        } else {
            open = open.subList(1, open.size());
            if (open.isEmpty()) {
                return true;
            }
        }
        if (open.isEmpty()) {
            return false;
        }
        ask(open.get(0));
        return null;
    }

    private boolean rightAnswer(Buffer buffer) {
        int message = buffer.getUByte();
        int answers = buffer.getInt();
        return message == SshConstants.SSH_MSG_USERAUTH_INFO_RESPONSE
                && answers == 1
                && !open.isEmpty()
                && buffer.getString().equals(open.get(0).answer());
    }

    private void ask(LabHost.Round round) throws IOException {
        Buffer request = getServerSession().createBuffer(SshConstants.SSH_MSG_USERAUTH_INFO_REQUEST);
        request.putString("");
        request.putString(round.instruction());
        request.putString("");
        request.putInt(1);
        request.putString(round.prompt());
        request.putBoolean(round.echo() == LabHost.Echo.ON);
        getServerSession().writePacket(request);
    }
}
