package dev.rwtui.ssh;

import dev.rwtui.base.HostAlias;

/** What a node tells its owner, on the engine's thread. */
interface NodeNotifier {

    void changed();

    void note(HostAlias hop, String line);
}
