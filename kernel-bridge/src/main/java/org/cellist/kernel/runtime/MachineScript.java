package org.cellist.kernel.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// Python that reads how busy and how full a machine is: a part of programs that run there, and of
/// questions to kernels. It binds nothing but functions.
///
/// Immutable.
public final class MachineScript {

    /// The name of its file.
    public static final String NAME = "machine.py";

    private MachineScript() {}

    /// Returns the code.
    public static String text() {
        try (var in = MachineScript.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new IllegalStateException(NAME + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
