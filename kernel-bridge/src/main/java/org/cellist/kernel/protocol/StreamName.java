package org.cellist.kernel.protocol;

/// Which standard stream a `stream` output belongs to. Immutable.
///
/// @param value the wire's spelling: `stdout`, `stderr`, or whatever another kernel says
public record StreamName(String value) {

    public static final StreamName STDOUT = new StreamName("stdout");
    public static final StreamName STDERR = new StreamName("stderr");
}
