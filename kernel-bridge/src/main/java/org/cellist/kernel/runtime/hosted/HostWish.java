package org.cellist.kernel.runtime.hosted;

import java.util.Map;

/// What a kernel on another machine is for.
///
/// @param id the notebook's name there
/// @param notebook its name for people
/// @param folder where the kernel works, if there is such a folder: one below the home there, or an
///     absolute path; else and where it is empty in the home
/// @param env variables besides the kernelspec's
/// @param takesEnded whether what an earlier kernel said last is wanted before a new one starts
///
/// Immutable.
public record HostWish(
        String id, String notebook, String folder, Map<String, String> env, boolean takesEnded) {

    public HostWish {
        env = Map.copyOf(env);
    }
}
