package org.cellist.app.ui.workbench;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.cellist.app.explain.Explanation;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.terminal.emulation.FakeTerminal;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals;
import org.cellist.kernel.runtime.host.SshHost;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.terminal.TerminalEnd;

/// Terminals whose programs are the test.
///
/// Confined to the JavaFX Application Thread.
public final class FakeTerminals implements Terminals {

    public static final SshHost BOX = SshHost.parse("box").orElseThrow();

    public static final Place.OnServer HUB =
            new Place.OnServer(new ServerAddress(URI.create("https://hub.example.org/")));

    public final List<ListedTerminal> existing = new ArrayList<>();
    public final List<String> ended = new ArrayList<>();
    public final List<FakeTerminal> opened = new ArrayList<>();
    public final List<Wish> wishes = new ArrayList<>();
    public final List<URI> browsed = new ArrayList<>();
    public boolean refuses;

    @Override
    public List<Place> places() {
        return List.of(new Place.Here(), new Place.OnHost(BOX), HUB);
    }

    @Override
    public void open(Wish wish, Runnable changed, Consumer<Opened> then) {
        wishes.add(wish);
        if (refuses) {
            then.accept(
                    new Opened.Refused(
                            new Explanation("No shell.", "There is none.", "Get one.", "")));
            return;
        }
        var terminal = new FakeTerminal();
        opened.add(terminal);
        var emulation = new Emulation(terminal, wish.size(), () -> Platform.runLater(changed));
        emulation.start("test-terminal-" + opened.size());
        then.accept(new Opened.Ready(emulation));
    }

    @Override
    public void existing(Place.OnServer place, Consumer<Existing> then) {
        then.accept(new Existing(existing, ""));
    }

    @Override
    public void end(Place.OnServer place, String name) {
        ended.add(name);
    }

    @Override
    public void whenEnded(Emulation emulation, Consumer<TerminalEnd> then) {
        emulation.end().thenAccept(how -> Platform.runLater(() -> then.accept(how)));
    }

    @Override
    public void browse(URI address) {
        browsed.add(address);
    }
}
