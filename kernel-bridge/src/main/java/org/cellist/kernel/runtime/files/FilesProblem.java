package org.cellist.kernel.runtime.files;

import org.cellist.kernel.runtime.host.HostProblem;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Why a place does not do what it was asked to do with its files. Immutable.
public sealed interface FilesProblem {

    /// Nothing has that path, or not any more.
    record Missing(String path) implements FilesProblem {}

    /// Something has that name already.
    record Exists(String path) implements FilesProblem {}

    /// The system there does not let this person do that.
    record Denied(String path) implements FilesProblem {}

    /// Its disk, or what of it this person may fill, is full.
    record Full(String path) implements FilesProblem {}

    /// A file was another one when copying it had ended than when it began.
    record Changed(String path) implements FilesProblem {}

    /// A name that the place cannot give to a file.
    record BadName(String path) implements FilesProblem {}

    /// A folder would come into itself.
    record IntoItself(String path) implements FilesProblem {}

    /// The disk has no bin, and lets none be made; nothing was deleted.
    record NoBin(String path) implements FilesProblem {}

    /// The place lends its files to nobody: a machine without SFTP, a gateway without contents.
    record NotOffered() implements FilesProblem {}

    /// The way to the machine.
    record OfHost(HostProblem problem) implements FilesProblem {}

    /// The way to the server, or its refusal.
    record OfServer(ServerProblem problem) implements FilesProblem {}

    /// Something else.
    ///
    /// @param why in the system's or the server's words
    record Failed(String path, String why) implements FilesProblem {}
}
