package org.cellist.kernel.runtime.ssh;

import java.util.Map;

/// What a kernel on another machine is for.
///
/// @param id the notebook's name there
/// @param notebook its name for people
/// @param folderBelowHome where the notebook lies below the home here: the kernel works in the
///     folder of that name below the home there, if there is one; empty for the home itself
/// @param env variables besides the kernelspec's
/// @param takesEnded whether what an earlier kernel said last is wanted before a new one starts
///
/// Immutable.
public record HostWish(
        String id,
        String notebook,
        String folderBelowHome,
        Map<String, String> env,
        boolean takesEnded) {

    public HostWish {
        env = Map.copyOf(env);
    }
}
