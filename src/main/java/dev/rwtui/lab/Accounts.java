package dev.rwtui.lab;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.UserAuthFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;

/** Who may log in to one server, and with what. Changes hold for connections made from then on. */
final class Accounts {

    private final Map<String, PublicKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final Map<String, List<LabHost.Round>> dialogues = new ConcurrentHashMap<>();
    private volatile CountDownLatch gate = new CountDownLatch(0);

    void allowKey(String user, PublicKey key) {
        keys.put(user, key);
    }

    void allowPassword(String user, String password) {
        passwords.put(user, password);
    }

    void allowDialogue(String user, List<LabHost.Round> rounds) {
        dialogues.put(user, List.copyOf(rounds));
    }

    /** From now on every attempt waits until the latch given back is counted down. */
    CountDownLatch hold() {
        gate = new CountDownLatch(1);
        return gate;
    }

    void govern(SshServer server) {
        server.setPublickeyAuthenticator((user, key, session) -> isKey(user, key));
        server.setPasswordAuthenticator((user, password, session) -> isPassword(user, password));
        offerMethods(server);
    }

    /** Only methods that somebody could succeed with are offered, as sshd(8) is configured as a rule. */
    void offerMethods(SshServer server) {
        List<UserAuthFactory> methods = new ArrayList<>();
        methods.add(UserAuthPublicKeyFactory.INSTANCE);
        if (!passwords.isEmpty()) {
            methods.add(UserAuthPasswordFactory.INSTANCE);
        }
        if (!dialogues.isEmpty()) {
            methods.add(new DialogueAuth.Factory(this::dialogue));
        }
        server.setUserAuthFactories(methods);
    }

    private List<LabHost.Round> dialogue(String user) {
        return gateOpens() ? dialogues.getOrDefault(user, List.of()) : List.of();
    }

    private boolean isKey(String user, PublicKey offered) {
        return gateOpens() && KeyUtils.compareKeys(keys.get(user), offered);
    }

    private boolean isPassword(String user, String offered) {
        return gateOpens() && offered.equals(passwords.get(user));
    }

    private boolean gateOpens() {
        try {
            return gate.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
