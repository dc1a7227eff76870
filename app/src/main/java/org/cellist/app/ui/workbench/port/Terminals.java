package org.cellist.app.ui.workbench.port;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.explain.Explanation;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.cellist.kernel.runtime.terminal.TerminalEnd;
import org.cellist.kernel.runtime.terminal.TerminalSize;
import org.jspecify.annotations.Nullable;

/// Where terminals can be had, and opening them.
///
/// Confined to the JavaFX Application Thread.
public interface Terminals {

    /// There is no place for any.
    Terminals NONE =
            new Terminals() {
                @Override
                public List<Place> places() {
                    return List.of();
                }

                @Override
                public void open(Wish wish, Runnable changed, Consumer<Opened> then) {
                    then.accept(new Opened.Refused(new Explanation("", "", "", "")));
                }

                @Override
                public void existing(Place.OnServer place, Consumer<Existing> then) {
                    then.accept(new Existing(List.of(), ""));
                }

                @Override
                public void end(Place.OnServer place, String name) {}

                @Override
                public void whenEnded(Emulation emulation, Consumer<TerminalEnd> then) {}

                @Override
                public void browse(URI address) {}
            };

    /// Returns the places that a person knows, this machine first.
    List<Place> places();

    /// Returns what people call a place.
    default String name(Place place) {
        return place.name();
    }

    /// Starts a shell.
    ///
    /// @param changed told once for each picture that is to be taken
    /// @param then told later, or at once
    void open(Wish wish, Runnable changed, Consumer<Opened> then);

    /// Looks which terminals a server has.
    ///
    /// @param then told later, or at once
    void existing(Place.OnServer place, Consumer<Existing> then);

    /// Ends a terminal of a server, whoever uses it.
    ///
    /// @param name the server's of it
    void end(Place.OnServer place, String name);

    /// What a server has.
    ///
    /// @param trouble why nobody knows, in a person's words; empty if somebody does
    ///
    /// Immutable.
    record Existing(List<ListedTerminal> terminals, String trouble) {

        public Existing {
            terminals = List.copyOf(terminals);
        }
    }

    /// Waits for the end of a terminal's program.
    ///
    /// @param then told then
    void whenEnded(Emulation emulation, Consumer<TerminalEnd> then);

    /// Opens an address in the person's browser.
    void browse(URI address);

    /// A terminal that is wanted.
    ///
    /// @param folder where the shell begins, on this machine; null for the person's home
    /// @param environment what is activated there, on this machine; null for nothing
    /// @param joined what the server calls the one that is meant; null for a new one
    /// @param there where the shell begins on another machine, if that is there; empty for the home
    ///
    /// Immutable.
    record Wish(
            Place place,
            @Nullable Path folder,
            @Nullable PythonEnvironment environment,
            @Nullable String joined,
            String there,
            TerminalSize size) {}

    /// How opening ended. Immutable.
    sealed interface Opened {

        record Ready(Emulation emulation) implements Opened {}

        record Refused(Explanation why) implements Opened {}
    }
}
