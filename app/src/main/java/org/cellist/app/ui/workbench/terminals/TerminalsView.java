package org.cellist.app.ui.workbench.terminals;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.terminal.TerminalLinks;
import org.cellist.app.ui.terminal.TerminalScreen;
import org.cellist.app.ui.terminal.emulation.Emulation;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.tabs.TabStrip;
import org.cellist.app.ui.workbench.terminals.TerminalTab.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The pane of terminals: a row of tabs, and the screen of the one in front.
///
/// Confined to the JavaFX Application Thread.
public final class TerminalsView extends VBox {

    private final Texts texts = Texts.of("terminal");
    private final TerminalsViewModel model;
    private final Actions actions;
    private final TerminalsViewModel.Questions questions;
    private final TabStrip strip = new TabStrip();
    private final StackPane body = new StackPane();
    private final Map<TerminalTab, TerminalTabView> tabs = new HashMap<>();
    private final Map<TerminalTab, TerminalScreen> screens = new HashMap<>();
    private final Map<TerminalTab, WayStrip> strips = new HashMap<>();
    private @Nullable ContextMenu places;

    /// What the pane asks of what is around it. Immutable.
    ///
    /// @param add opens a terminal
    /// @param hide closes the pane
    /// @param leave gives the keys to the page in front
    record Actions(PlacesMenu.Adding add, Runnable hide, Runnable leave) {}

    TerminalsView(
            TerminalsViewModel model, Actions actions, TerminalsViewModel.Questions questions) {
        this.model = model;
        this.actions = actions;
        this.questions = questions;
        getStyleClass().add("terminals");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        title.setMinWidth(USE_PREF_SIZE);
        var add = button(Feather.PLUS, "new");
        add.setOnAction(_ -> showPlaces(add));
        var hide = button(Feather.X, "hide");
        hide.setOnAction(_ -> actions.hide().run());
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var head = new HBox(title, strip, add, space, hide);
        head.getStyleClass().add("terminals-head");
        body.getStyleClass().add("terminals-body");
        body.setMinSize(0, 0);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        model.tabsProperty().subscribe(this::showTabs);
        model.frontProperty().subscribe(this::showFront);
    }

    private Button button(Feather icon, String key) {
        var button = new Button("", Icons.of(icon));
        button.getStyleClass().setAll("toolbar-icon");
        button.setFocusTraversable(false);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        return button;
    }

    /// Where screens are shown.
    Region body() {
        return body;
    }

    // ---- tabs

    private void showTabs(List<TerminalTab> now) {
        tabs.keySet().retainAll(now);
        screens.keySet().retainAll(now);
        strips.keySet().retainAll(now);
        for (var tab : now) {
            tabs.computeIfAbsent(tab, this::tabView);
        }
        strip.setTabs(now.stream().map(tabs::get).toList());
        markFront();
    }

    private TerminalTabView tabView(TerminalTab tab) {
        tab.stateProperty()
                .addListener(
                        (_, _, _) -> {
                            if (tab.equals(model.frontProperty().get())) {
                                showFront(tab);
                            }
                        });
        return new TerminalTabView(
                tab,
                texts,
                () -> {
                    model.activate(tab);
                    enter();
                },
                () -> close(tab));
    }

    private void markFront() {
        tabs.forEach((tab, view) -> view.setFront(tab.equals(model.frontProperty().get())));
        var front = model.frontProperty().get();
        if (front != null && tabs.containsKey(front)) {
            strip.reveal(tabs.get(front));
        }
    }

    /// Closes a terminal, after asking if a program may run in it.
    void close(TerminalTab tab) {
        Runnable close =
                () -> {
                    model.close(tab);
                    if (model.openProperty().get()) {
                        enter();
                    }
                };
        if (tab.mayBeMissed()) {
            questions.askTerminals(List.of(tab.nameProperty().get()), close);
        } else {
            close.run();
        }
    }

    // ---- the one in front

    private void showFront(@Nullable TerminalTab tab) {
        boolean hadKeys = Keyable.isWithin(Keyable.owner(this), body);
        if (tab == null) {
            body.getChildren().clear();
        } else {
            body.getChildren().setAll(content(tab));
        }
        markFront();
        if (hadKeys) {
            enter();
        }
    }

    private Node content(TerminalTab tab) {
        return switch (tab.stateProperty().get()) {
            case State.Opening _ -> words(texts.get("opening", tab.nameProperty().get()));
            case State.Refused(var why) -> words(why.inOneLine());
            case State.Open(var emulation) -> {
                var screen = screen(tab, emulation);
                var strip =
                        strips.computeIfAbsent(tab, _ -> new WayStrip(screen, emulation::hurry));
                yield above(screen, strip);
            }
            case State.Ended(var emulation, var how) ->
                    above(screen(tab, emulation), new EndedStrip(how, tab, this));
        };
    }

    private static Node above(TerminalScreen screen, Node strip) {
        VBox.setVgrow(screen, Priority.ALWAYS);
        return new VBox(screen, strip);
    }

    private static Label words(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().addAll("pane-empty", "terminals-words");
        return label;
    }

    private TerminalScreen screen(TerminalTab tab, Emulation emulation) {
        return screens.computeIfAbsent(
                tab,
                _ -> {
                    var screen = new TerminalScreen(emulation, tab.size(), new Links());
                    screen.setAccessibleText(tab.nameProperty().get());
                    tab.setPainter(screen::refresh);
                    return screen;
                });
    }

    /// Gives the keys to the terminal in front.
    void enter() {
        var tab = model.frontProperty().get();
        var screen = tab == null ? null : screens.get(tab);
        applyCss(); // else what is new cannot have the keys yet
        layout();
        if (screen != null) {
            screen.requestFocus();
        } else {
            body.requestFocus(); // until it is there
        }
    }

    // ---- places

    private void showPlaces(Node owner) {
        if (places != null && places.isShowing()) {
            places.hide();
            return;
        }
        places = new PlacesMenu(model, actions.add(), questions);
        places.show(owner, Side.TOP, 0, 0);
    }

    /// Opens one more terminal at the place of another, and in the folder where its shell was.
    void addLike(TerminalTab tab) {
        var emulation = tab.emulation();
        actions.add().at(tab.place(), null, emulation == null ? "" : emulation.folder());
    }

    /// Follows addresses, and says how.
    private final class Links implements TerminalLinks.Opener {

        @Override
        public void open(URI address) {
            model.port().browse(address);
        }

        @Override
        public String hint(URI address) {
            return texts.get("link.hint", address);
        }
    }
}
