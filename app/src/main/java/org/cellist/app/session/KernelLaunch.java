package org.cellist.app.session;

import java.nio.file.Path;
import org.cellist.kernel.runtime.LaunchOptions;
import org.cellist.kernel.runtime.accelerator.AcceleratorChoice;

/// How the next kernel of a notebook is started.
///
/// Confined to the notebook's owner.
public final class KernelLaunch {

    private KernelPlace place;
    private LaunchOptions options = LaunchOptions.DEFAULT;
    private AcceleratorChoice accelerator = new AcceleratorChoice.Everything();

    KernelLaunch(KernelPlace place) {
        this.place = place;
    }

    /// Lets the next kernel run in that folder.
    public void runIn(Path folder) {
        place = place.in(folder);
    }

    void setPlace(KernelPlace newPlace) {
        place = newPlace;
    }

    KernelPlace place() {
        return place;
    }

    /// Starts the next kernel as one that nobody is at: without a debugger, and what it runs stays
    /// out of the history that a person's later shells offer.
    public void leaveUnattended() {
        options = options.unattended();
    }

    /// Gives the next kernel up after an error that stops the queue: it would run nothing more.
    /// In return, the kernel need not wait for the queue between two cells.
    public void giveUpAfterErrors() {
        options = options.abortingLate();
    }

    /// Lets the next kernel compute on that alone; the one that runs goes on as it is.
    public void computeOn(AcceleratorChoice choice) {
        accelerator = choice;
        options = options.withEnv(choice.variables());
    }

    /// Returns what the next kernel will compute on.
    public AcceleratorChoice accelerator() {
        return accelerator;
    }

    LaunchOptions options() {
        return place.options(options);
    }
}
