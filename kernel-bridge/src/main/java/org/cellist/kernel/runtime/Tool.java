package org.cellist.kernel.runtime;

import java.util.List;

/// A program that may be installed in a kernel's environment, such as a language server.
///
/// @param name as it is looked for, without an ending
/// @param arguments what it is started with
///
/// Immutable.
public record Tool(String name, List<String> arguments) {

    public Tool {
        arguments = List.copyOf(arguments);
    }
}
