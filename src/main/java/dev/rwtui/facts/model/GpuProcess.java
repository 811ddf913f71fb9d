package dev.rwtui.facts.model;

import java.util.Optional;

/**
 * A process that computes on a GPU.
 *
 * @param pid as the GPU's tool counts; in a container, maybe of its host
 * @param user empty where the process is not to be seen from here
 * @param command with its arguments where it is to be seen, else the program alone
 * @param memory in bytes, of the GPU
 */
public record GpuProcess(long pid, Optional<String> user, String command, Optional<Long> memory) {}
