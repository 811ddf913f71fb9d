package dev.rwtui.tui.model;

/** What is in front, and so decides what a key means. */
public enum Context {
    HOSTS,
    TUNNELS,
    PYTHON,
    SYNC,
    /** Text is being typed that hosts are looked for by. */
    FINDING,
    /** A command is being typed. */
    COMMANDING,
    HELP,
    LOG,
    /** What is installed in an environment. */
    PACKAGES,
    /** What an IDE needs to know. */
    FOR_IDE,
    /** How two environments differ. */
    COMPARING,
    /** What a machine has, or where GPUs are free. */
    MACHINE,
    /** What a git-sync, or its undoing, would do. */
    PLAN,
    /** Why a git-sync could not be planned or carried out. */
    SYNC_FAILED,
    /** What git-syncs have kept. */
    BACKUPS,
    /** Something about a git-sync that is only read. */
    SYNC_PAGE,
    /** Something that is done after a yes alone. */
    CONFIRMING,
    QUITTING,
    /** A host key is to be accepted or not. */
    HOST_KEY,
    /** A secret or code is being typed; the key reader keeps the characters. */
    ANSWERING
}
