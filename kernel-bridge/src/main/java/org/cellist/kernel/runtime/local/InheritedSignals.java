package org.cellist.kernel.runtime.local;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HexFormat;
import org.cellist.kernel.runtime.discovery.Host;

/// The signals that a child of this process would ignore from its birth.
final class InheritedSignals {

    private static final String IGNORED = "SigIgn:";

    /// SIGINT is 2 and SIGQUIT is 3 on every Linux; bit 0 of the mask is signal 1.
    private static final long INTERRUPTS = 1L << 1 | 1L << 2;

    private InheritedSignals() {}

    /// Returns whether SIGINT or SIGQUIT is ignored, or cannot be known; see proc(5).
    static boolean mayBeIgnored(Host host) {
        try (var lines = Files.lines(host.system("proc/self/status"))) {
            return lines.filter(line -> line.startsWith(IGNORED))
                    .map(line -> line.substring(IGNORED.length()).strip())
                    .mapToLong(HexFormat::fromHexDigitsToLong)
                    .allMatch(mask -> (mask & INTERRUPTS) != 0);
        } catch (IOException | IllegalArgumentException e) {
            return true; // no Linux: perl is there, and is the safe way
        }
    }
}
