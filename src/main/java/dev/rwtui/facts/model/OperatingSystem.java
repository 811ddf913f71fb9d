package dev.rwtui.facts.model;

import java.util.Optional;

/**
 * An operating system.
 *
 * @param name as {@code uname -s} prints it: {@code Linux}
 * @param release for a person: {@code Ubuntu 22.04.4 LTS}; empty where nothing tells
 * @param kernel as {@code uname -r} prints it: {@code 5.15.0-105-generic}
 * @param machine as {@code uname -m} prints it: {@code x86_64}
 */
public record OperatingSystem(String name, Optional<String> release, String kernel, String machine) {}
