package org.cellist.app.ui.workbench.terminals;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals.Existing;
import org.cellist.kernel.runtime.jupyter.ListedTerminal;
import org.jspecify.annotations.Nullable;

/// The places where a terminal can be had; and of each Jupyter server the terminals that it has
/// already, to be joined or ended.
///
/// Confined to the JavaFX Application Thread.
final class PlacesMenu extends ContextMenu {

    private final Texts texts = Texts.of("terminal");
    private final TerminalsViewModel model;
    private final Adding add;
    private final TerminalsViewModel.Questions questions;

    /// Opens terminals.
    @FunctionalInterface
    interface Adding {

        /// Opens one.
        ///
        /// @param joined which of a server's; null for a new one
        /// @param there where the shell begins on another machine; empty for the home
        void at(Place place, @Nullable String joined, String there);
    }

    PlacesMenu(TerminalsViewModel model, Adding add, TerminalsViewModel.Questions questions) {
        this.model = model;
        this.add = add;
        this.questions = questions;
        for (var place : model.port().places()) {
            getItems().add(item(words(place), () -> add.at(place, null, "")));
            if (place instanceof Place.OnServer server && isPersons(server)) {
                getItems().add(existing(server));
            }
        }
    }

    private String words(Place place) {
        return switch (place) {
            case Place.Here _ -> texts.get("place.here");
            case Place.OnHost(var host) -> texts.get("place.host", host.name());
            case Place.OnServer server ->
                    isPersons(server)
                            ? texts.get("place.server", server.server().shown())
                            : model.port().name(server);
        };
    }

    /// A server that a person added is called by its address. A machine of Colab has one terminal.
    private boolean isPersons(Place.OnServer place) {
        return model.port().name(place).equals(place.server().shown());
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static MenuItem note(String words) {
        var item = item(words, () -> {});
        item.setDisable(true);
        return item;
    }

    /// The server is asked at once, so that its answer is there when the menu is opened.
    private Menu existing(Place.OnServer place) {
        var menu = new Menu(texts.get("existing", place.server().shown()));
        menu.setMnemonicParsing(false);
        menu.getItems().add(note(texts.get("existing.looking")));
        model.port().existing(place, found -> menu.getItems().setAll(items(place, found)));
        return menu;
    }

    private List<MenuItem> items(Place.OnServer place, Existing found) {
        var items = new ArrayList<MenuItem>();
        for (var each : found.terminals()) {
            if (model.isOpen(place, each.name())) {
                items.add(note(texts.get("existing.open", each.name())));
            } else {
                items.add(item(join(each), () -> add.at(place, each.name(), "")));
            }
            items.add(item(texts.get("existing.end", each.name()), () -> end(place, each)));
        }
        if (items.isEmpty()) {
            items.add(
                    note(found.trouble().isEmpty() ? texts.get("existing.none") : found.trouble()));
        }
        return items;
    }

    private String join(ListedTerminal terminal) {
        var used = time(terminal.lastActivity());
        return used.isEmpty()
                ? texts.get("existing.join", terminal.name())
                : texts.get("existing.join.used", terminal.name(), used);
    }

    private static String time(@Nullable String stamp) {
        if (stamp == null) {
            return "";
        }
        try {
            return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                    .format(Instant.parse(stamp).atZone(ZoneId.systemDefault()));
        } catch (DateTimeException _) {
            return ""; // some other way to write it
        }
    }

    private void end(Place.OnServer place, ListedTerminal terminal) {
        questions.askTerminals(
                List.of(texts.get("existing.name", place.server().shown(), terminal.name())),
                () -> model.port().end(place, terminal.name()));
    }
}
