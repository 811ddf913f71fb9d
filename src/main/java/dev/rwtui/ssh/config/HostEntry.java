package dev.rwtui.ssh.config;

import dev.rwtui.base.HostAlias;

/**
 * A name that some {@code Host} line spells out.
 *
 * @param description the comment right above that line, as one line of text; empty where there is none
 */
public record HostEntry(HostAlias alias, String description, Origin.Line origin) {}
