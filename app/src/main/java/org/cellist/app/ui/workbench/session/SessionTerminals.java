package org.cellist.app.ui.workbench.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.cellist.app.explain.Explanation;
import org.cellist.app.explain.HostProblemWords;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals;
import org.cellist.kernel.runtime.host.HostAnswer;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.terminal.Terminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Terminals of this machine, of the machines over SSH, of the Jupyter servers that a person knows,
/// and of the machines that Colab has lent.
///
/// Confined to the JavaFX Application Thread.
final class SessionTerminals implements Terminals {

    private static final Logger LOG = LoggerFactory.getLogger(SessionTerminals.class);
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Desk desk;

    SessionTerminals(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Place> places() {
        var places = new ArrayList<>(SessionPlaces.of(desk));
        desk.colab().known().stream()
                .flatMap(it -> Optional.ofNullable(it.server()).stream())
                .map(Place.OnServer::new)
                .forEach(places::add);
        return places;
    }

    @Override
    public String name(Place place) {
        return place instanceof Place.OnServer(var server)
                ? SessionLent.name(desk, server)
                : place.name();
    }

    @Override
    public void open(Wish wish, Runnable changed, Consumer<Opened> then) {
        desk.background()
                .execute(
                        () -> {
                            var opened = opened(wish, oncePerPulse(changed));
                            desk.owner().thread().execute(() -> then.accept(opened));
                        });
    }

    private Runnable oncePerPulse(Runnable changed) {
        var isAsked = new AtomicBoolean();
        return () -> {
            if (isAsked.compareAndSet(false, true)) {
                desk.owner()
                        .pulse()
                        .execute(
                                () -> {
                                    isAsked.set(false);
                                    changed.run();
                                });
            }
        };
    }

    private Opened opened(Wish wish, Runnable changed) {
        try {
            return switch (wish.place()) {
                case Place.Here _ -> ready(here(wish), wish, changed);
                case Place.OnHost(var host) ->
                        switch (desk.terminals().on(host, wish.there(), wish.size())) {
                            case HostAnswer.Given(var terminal) -> ready(terminal, wish, changed);
                            case HostAnswer.Refused(var problem) ->
                                    new Opened.Refused(
                                            new HostProblemWords().explain(host.name(), problem));
                        };
                case Place.OnServer(var server) ->
                        switch (on(server, wish)) {
                            case ServerAnswer.Given(var terminal) -> ready(terminal, wish, changed);
                            case ServerAnswer.Refused(var problem) ->
                                    new Opened.Refused(
                                            new ServerProblemWords()
                                                    .explain(server.shown(), problem));
                        };
            };
        } catch (IOException e) {
            var texts = Texts.of("terminal");
            var details = String.valueOf(e.getMessage());
            return new Opened.Refused(
                    new Explanation(texts.get("failed"), details, texts.get("failed.remedy"), ""));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Opened.Refused(
                    new Explanation(Texts.of("terminal").get("failed"), "", "", ""));
        }
    }

    private ServerAnswer<Terminal> on(ServerAddress server, Wish wish) throws InterruptedException {
        var joined = wish.joined();
        return joined == null
                ? desk.terminals().on(server, wish.size())
                : desk.terminals().join(server, joined, wish.size());
    }

    @Override
    public void existing(Place.OnServer place, Consumer<Existing> then) {
        desk.background()
                .execute(
                        () -> {
                            var found = existing(place.server());
                            desk.owner().thread().execute(() -> then.accept(found));
                        });
    }

    private Existing existing(ServerAddress server) {
        try {
            return switch (desk.terminals().list(server)) {
                case ServerAnswer.Given(var terminals) -> new Existing(terminals, "");
                case ServerAnswer.Refused(var problem) ->
                        new Existing(
                                List.of(),
                                new ServerProblemWords()
                                        .explain(server.shown(), problem)
                                        .inOneLine());
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Existing(List.of(), "");
        }
    }

    @Override
    public void end(Place.OnServer place, String name) {
        desk.background().execute(() -> end(place.server(), name));
    }

    private void end(ServerAddress server, String name) {
        try {
            if (desk.terminals().end(server, name) instanceof ServerAnswer.Refused(var problem)) {
                LOG.warn("A server keeps a terminal: {}", problem);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private Terminal here(Wish wish) throws IOException {
        var folder = wish.folder();
        var home = Path.of(System.getProperty("user.home"));
        return desk.terminals()
                .here(folder == null ? home : folder, wish.environment(), wish.size());
    }

    private static Opened ready(Terminal terminal, Wish wish, Runnable changed) {
        var emulation = new Emulation(terminal, wish.size(), changed);
        emulation.start("terminal-" + NUMBERS.incrementAndGet());
        return new Opened.Ready(emulation);
    }

    @Override
    public void whenEnded(Emulation emulation, Consumer<TerminalEnd> then) {
        emulation.end().thenAccept(how -> desk.owner().thread().execute(() -> then.accept(how)));
    }

    @Override
    public void browse(URI address) {
        desk.browser().accept(address);
    }
}
