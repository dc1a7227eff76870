package org.cellist.app.ui.workbench.terminals;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals;
import org.cellist.app.ui.workbench.port.Terminals.Opened;
import org.cellist.app.ui.workbench.port.Terminals.Wish;
import org.cellist.app.ui.workbench.terminals.TerminalTab.State;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.jspecify.annotations.Nullable;

/// The terminals of a window, which of them is in front, and whether they are shown. They stay when
/// the window gets another view.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class TerminalsViewModel {

    /// What a person is asked.
    @FunctionalInterface
    public interface Questions {

        /// Asks whether to close terminals in which programs may run.
        ///
        /// @param close what is done if so
        void askTerminals(List<String> names, Runnable close);
    }

    private final Terminals port;
    private final ReadOnlyObjectWrapper<List<TerminalTab>> tabs =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable TerminalTab> front =
            new ReadOnlyObjectWrapper<>();
    private final BooleanProperty open = new SimpleBooleanProperty();

    /// A window without terminals.
    public TerminalsViewModel(Terminals port) {
        this.port = port;
    }

    /// Returns where terminals can be had.
    public Terminals port() {
        return port;
    }

    /// Whether they are shown.
    public BooleanProperty openProperty() {
        return open;
    }

    ReadOnlyObjectProperty<List<TerminalTab>> tabsProperty() {
        return tabs.getReadOnlyProperty();
    }

    /// The one in front; null when there is none.
    ReadOnlyObjectProperty<@Nullable TerminalTab> frontProperty() {
        return front.getReadOnlyProperty();
    }

    /// Returns whether the window shows a terminal of a server.
    ///
    /// @param name the server's of it
    boolean isOpen(Place.OnServer place, String name) {
        return tabs.get().stream()
                .filter(tab -> tab.place().equals(place))
                .map(TerminalTab::stateProperty)
                .anyMatch(
                        it ->
                                it.get() instanceof State.Open(var emulation)
                                        && emulation.name().equals(name));
    }

    void activate(TerminalTab tab) {
        front.set(tab);
    }

    /// Goes so many tabs to the right, around the end.
    public void activateNext(int places) {
        var all = tabs.get();
        int at = all.indexOf(front.get());
        if (at >= 0) {
            front.set(all.get(Math.floorMod(at + places, all.size())));
        }
    }

    /// Opens a terminal in front of the others.
    void add(Wish wish) {
        var place = wish.place();
        var tab = new TerminalTab(place, name(wish), wish.size());
        var all = new ArrayList<>(tabs.get());
        all.add(tab);
        tabs.set(List.copyOf(all));
        front.set(tab);
        port.open(wish, tab::changed, opened -> opened(tab, opened));
    }

    private void opened(TerminalTab tab, Opened opened) {
        switch (opened) {
            case Opened.Ready(var emulation) when tabs.get().contains(tab) -> {
                tab.set(new State.Open(emulation));
                port.whenEnded(emulation, how -> ended(tab, emulation, how));
            }
            case Opened.Ready(var emulation) -> emulation.close(); // closed meanwhile
            case Opened.Refused(var why) -> tab.set(new State.Refused(why));
        }
    }

    private static void ended(TerminalTab tab, Emulation emulation, TerminalEnd how) {
        if (tab.stateProperty().get() instanceof State.Open) {
            tab.set(new State.Ended(emulation, how));
        }
    }

    /// Returns what a terminal is called: its folder's name, or its machine's.
    private String name(Wish wish) {
        return switch (wish.place()) {
            case Place.Here _ -> {
                var folder = wish.folder();
                var last = folder == null ? null : folder.getFileName();
                yield last == null ? Texts.of("terminal").get("here") : last.toString();
            }
            case Place.OnHost(var host) -> host.name();
            case Place.OnServer server ->
                    wish.joined() == null
                            ? port.name(server)
                            : port.name(server) + " \u00b7 " + wish.joined();
        };
    }

    /// Closes a terminal, without asking.
    void close(TerminalTab tab) {
        var all = new ArrayList<>(tabs.get());
        int at = all.indexOf(tab);
        if (at < 0) {
            return;
        }
        all.remove(tab);
        tab.close();
        if (tab.equals(front.get())) {
            front.set(all.isEmpty() ? null : all.get(Math.min(at, all.size() - 1)));
        }
        tabs.set(List.copyOf(all));
        if (all.isEmpty()) {
            open.set(false);
        }
    }

    /// Closes all of them together with what else is closed: asks first about those whose end a
    /// person may miss, and closes none before the others are closed.
    ///
    /// @param others closes what else there is, and goes on if all of it is
    /// @param then runs when all is closed
    public void closeAround(Questions questions, Consumer<Runnable> others, Runnable then) {
        Runnable all =
                () ->
                        others.accept(
                                () -> {
                                    closeAll();
                                    then.run();
                                });
        var missed =
                tabs.get().stream()
                        .filter(TerminalTab::mayBeMissed)
                        .map(tab -> tab.nameProperty().get())
                        .toList();
        if (missed.isEmpty()) {
            all.run();
        } else {
            questions.askTerminals(missed, all);
        }
    }

    private void closeAll() {
        tabs.get().forEach(this::close);
    }
}
