/**
 * The command line: arguments to requests, notices to text, JSON and exit codes. The only importer of picocli and of
 * Jackson; everything it does, it asks of the engine.
 */
@NullMarked
package dev.rwtui.cli;

import org.jspecify.annotations.NullMarked;
