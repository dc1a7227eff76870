package org.cellist.app.ui.workbench.port;

import java.util.function.Consumer;

/// Something that a person should know of a notebook's run, once. Immutable.
public sealed interface Notice {

    /// The memory of the machine where its kernel runs is running out.
    ///
    /// @param place what that machine is called; empty for this one
    /// @param kernelBytes what this notebook's kernel takes of it; negative where that is not known
    record MemoryLow(String place, long freeBytes, long totalBytes, long kernelBytes)
            implements Notice {}

    /// The notebook asks for an accelerator that this machine does not have.
    ///
    /// @param asked as the notebook says it, such as `GPU T4`
    record NoAccelerator(String asked) implements Notice {}

    /// Nobody has used a machine of Colab's for long, and nobody says any more that it is used.
    ///
    /// @param machine what it is called
    /// @param keep says so again, by a person's word
    record Unused(String machine, Runnable keep) implements Notice {}

    /// Code on a machine of Colab's asks for what is the person's own.
    ///
    /// @param machine what it is called
    /// @param isDrive whether for the files of their Drive; else for their account
    /// @param isInBrowser whether they are to agree in the browser now, and then say so
    /// @param answer told whether it may have that, once
    record AccessWanted(
            String machine, boolean isDrive, boolean isInBrowser, Consumer<Boolean> answer)
            implements Notice {}

    /// What was saved here could not be sent to the machine where the file lies.
    ///
    /// @param place what that is called
    /// @param why in a person's words, with what to do next
    record NotSent(String place, String why) implements Notice {}

    /// The file was changed on the machine where it lies, and here.
    ///
    /// @param place what that is called
    record ChangedThere(String place) implements Notice {}
}
