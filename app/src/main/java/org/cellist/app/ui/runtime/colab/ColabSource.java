package org.cellist.app.ui.runtime.colab;

import java.util.List;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;

/// Colab, in the name of a person. Implemented by the application with the kernel bridge.
///
/// Thread-safe. Its methods block, but for [#isOn], [#signsInHere], [#known]
/// and [#openInBrowser].
public interface ColabSource {

    /// Returns whether the person has configured it; nobody is asked otherwise.
    boolean isOn();

    /// Returns whether the person signs in in the browser, and can sign out here.
    boolean signsInHere();

    /// Returns what the account has, and may have.
    ServerAnswer<ColabListing> look() throws InterruptedException;

    /// Returns the machines that the account has, and asks for nothing else.
    ServerAnswer<List<ColabRuntime>> list() throws InterruptedException;

    /// Returns these as they were listed last. Asks nobody; none while it is off.
    List<ColabRuntime> known();

    /// Returns what the server of a runtime has.
    ServerAnswer<ServerListing> kernels(ServerAddress server) throws InterruptedException;

    /// Returns how full a runtime is.
    ServerAnswer<ColabResources> resources(ServerAddress server) throws InterruptedException;

    /// Gets a runtime of the account's own.
    ServerAnswer<ColabRuntime> assign(ColabMachine wish) throws InterruptedException;

    /// Gives a runtime back.
    ServerAnswer<ColabRuntime> release(ColabRuntime runtime) throws InterruptedException;

    /// Ends a kernel, whoever uses it.
    ServerAnswer<String> end(ServerAddress server, String kernel) throws InterruptedException;

    /// Lets the person sign in in their browser; returns whether that outlives the program.
    ServerAnswer<Boolean> signIn() throws InterruptedException;

    /// Opens Colab in the person's browser.
    void openInBrowser();

    /// Forgets the sign-in.
    void signOut();
}
