package org.cellist.kernel.runtime.host;

import java.util.List;

/// A kernelspec of a machine that is reached over SSH, or an interpreter there that has ipykernel
/// and no kernelspec.
///
/// @param name what notebooks call it
/// @param displayName the name that people read
/// @param language as its author wrote it; may be empty
/// @param argv the program there and its arguments, with `{connection_file}` in its place
/// @param env variables as `NAME=value`
/// @param isInterruptedByMessage whether it asks for that instead of a signal
/// @param encrypts whether it can encrypt with CurveZMQ
/// @param place the folder of the environment or kernelspec, for people
///
/// Immutable.
public record HostKernelspec(
        String name,
        String displayName,
        String language,
        List<String> argv,
        List<String> env,
        boolean isInterruptedByMessage,
        boolean encrypts,
        String place) {

    public HostKernelspec {
        argv = List.copyOf(argv);
        env = List.copyOf(env);
    }

    /// Returns one of which only that is known; its machine tells the rest when it is started.
    public static HostKernelspec named(
            String name, String displayName, String language, String place) {
        return new HostKernelspec(
                name, displayName, language, List.of(), List.of(), false, false, place);
    }
}
