package dev.rwtui.ssh.jsch;

import com.jcraft.jsch.Logger;
import org.slf4j.LoggerFactory;

/** JSch's own log, for those who debug. */
final class DebugLog implements Logger {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger("rwtui.jsch");

    @Override
    public boolean isEnabled(int level) {
        return level >= INFO ? LOG.isDebugEnabled() : LOG.isTraceEnabled();
    }

    @Override
    public void log(int level, String message) {
        if (level >= INFO) {
            LOG.debug(message);
        } else {
            LOG.trace(message);
        }
    }
}
