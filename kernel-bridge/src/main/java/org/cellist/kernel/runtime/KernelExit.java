package org.cellist.kernel.runtime;

/// How a kernel's process ended.
///
/// @param exitCode as the system tells it; 128 + n when signal n ended it
/// @param expected whether Cellist asked it to end
/// @param lastWords the newest part, at most 64 KiB, of what it wrote to standard output and
///     standard error, outside the protocol; may be empty
///
/// Immutable.
public record KernelExit(int exitCode, boolean expected, String lastWords) {}
