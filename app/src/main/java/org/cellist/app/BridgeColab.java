package org.cellist.app;

import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.cellist.app.account.GoogleAccount;
import org.cellist.app.settings.ColabSettings;
import org.cellist.app.settings.SettingsStore;
import org.cellist.app.ui.runtime.colab.ColabSource;
import org.cellist.kernel.ServerBridge;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.server.ColabRuntimes;

/// Colab in the name of this person, as the picker sees it.
///
/// @param browser opens the page where a person signs in
///
/// Thread-safe.
record BridgeColab(
        ColabRuntimes colab,
        ServerBridge servers,
        GoogleAccount account,
        SettingsStore settings,
        Consumer<URI> browser)
        implements ColabSource {

    @Override
    public boolean isOn() {
        return settings.current().colab().isOn();
    }

    @Override
    public boolean signsInHere() {
        return settings.current().colab().signIn() == ColabSettings.SignIn.CLIENT;
    }

    @Override
    public ServerAnswer<ColabListing> look() throws InterruptedException {
        return colab.look();
    }

    @Override
    public ServerAnswer<List<ColabRuntime>> list() throws InterruptedException {
        return colab.list();
    }

    @Override
    public List<ColabRuntime> known() {
        return isOn() ? colab.known() : List.of();
    }

    @Override
    public ServerAnswer<ServerListing> kernels(ServerAddress server) throws InterruptedException {
        return servers.look(server);
    }

    @Override
    public ServerAnswer<ColabResources> resources(ServerAddress server)
            throws InterruptedException {
        return colab.resources(server);
    }

    @Override
    public ServerAnswer<ColabRuntime> assign(ColabMachine wish) throws InterruptedException {
        return colab.assign(UUID.randomUUID(), wish);
    }

    @Override
    public ServerAnswer<ColabRuntime> release(ColabRuntime runtime) throws InterruptedException {
        return colab.release(runtime);
    }

    @Override
    public ServerAnswer<String> end(ServerAddress server, String kernel)
            throws InterruptedException {
        return servers.end(server, kernel);
    }

    @Override
    public ServerAnswer<Boolean> signIn() throws InterruptedException {
        return account.signIn(browser);
    }

    @Override
    public void openInBrowser() {
        browser.accept(colab.page());
    }

    @Override
    public void signOut() {
        account.signOut();
        colab.forget();
    }
}
