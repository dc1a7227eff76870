package org.cellist.app.ui.output.html;

import java.io.File;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.concurrent.Worker;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.events.Event;
import org.w3c.dom.events.EventTarget;

/// A WebView that shows one page: no scripts of the page's own, no way to another page.
///
/// Links are followed by whoever is given them; should the page try to go anywhere by itself, it
/// is put back.
///
/// Confined to the JavaFX Application Thread.
final class LivePage {

    /// A page that is higher scrolls inside: WebView draws all of itself into one picture.
    private static final double HIGHEST = 2000;

    private static final int MEASURED_PULSES = 3;

    /// Runs although scripts are off for the page: only the program can ask for it.
    private static final String HEIGHT =
            "Math.ceil(Math.max(document.body.getBoundingClientRect().height,"
                    + " document.body.scrollHeight)"
                    + " + (document.documentElement.scrollWidth"
                    + " > document.documentElement.clientWidth ? 14 : 0))";

    private final WebView view = new WebView();
    private final WebEngine engine = view.getEngine();
    private final Consumer<String> links;
    private final DoubleConsumer heights;
    private final Measuring measuring = new Measuring();
    private final Tooltip target = new Tooltip();
    private String shown = "";
    private boolean fits = true;

    /// @param folder for data that pages keep; null when there is none
    /// @param heights gets the height of the page when it is known or has changed, in pixels
    LivePage(@Nullable File folder, Consumer<String> links, DoubleConsumer heights) {
        this.links = links;
        this.heights = heights;
        if (folder != null) {
            engine.setUserDataDirectory(folder);
        }
        engine.setJavaScriptEnabled(false);
        engine.setCreatePopupHandler(_ -> null);
        engine.setConfirmHandler(_ -> false);
        engine.setPromptHandler(_ -> "");
        view.setPageFill(Color.TRANSPARENT);
        view.setContextMenuEnabled(false);
        view.addEventFilter(ScrollEvent.ANY, this::scrolled);
        view.setOnContextMenuRequested(this::menu);
        view.widthProperty().addListener((_, _, _) -> measuring.begin());
        engine.locationProperty().addListener((_, _, place) -> moved(place));
        engine.getLoadWorker()
                .stateProperty()
                .addListener(
                        (_, _, state) -> {
                            if (state == Worker.State.SUCCEEDED) {
                                loaded();
                            }
                        });
    }

    WebView node() {
        return view;
    }

    void load(String page) {
        shown = page;
        engine.loadContent(page);
    }

    void end() {
        measuring.stop();
        target.hide();
        shown = "";
        engine.loadContent("");
    }

    Image picture() {
        var parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        return view.snapshot(parameters, null);
    }

    private void loaded() {
        if (shown.isEmpty()) {
            return;
        }
        var document = engine.getDocument();
        if (document instanceof EventTarget events) {
            events.addEventListener("click", this::clicked, true);
            events.addEventListener("mouseover", this::pointed, true);
        }
        measuring.begin();
    }

    /// The page went somewhere: it must not, wherever that is.
    private void moved(String place) {
        if (!place.isEmpty() && !shown.isEmpty()) {
            engine.getLoadWorker().cancel();
            engine.loadContent(shown);
        }
    }

    private void clicked(Event event) {
        var link = linkAt(event);
        if (link != null && !link.startsWith("#")) {
            event.preventDefault();
            links.accept(link);
        }
        measuring.begin();
    }

    private void pointed(Event event) {
        var link = linkAt(event);
        if (link == null) {
            Tooltip.uninstall(view, target);
            target.hide();
        } else {
            target.setText(link);
            Tooltip.install(view, target);
        }
    }

    private static @Nullable String linkAt(Event event) {
        var node = event.getTarget() instanceof Node found ? found : null;
        while (node != null && !(node instanceof Document)) {
            if (node instanceof Element element && element.getTagName().equalsIgnoreCase("a")) {
                var address = element.getAttribute("href");
                return address == null || address.isEmpty() ? null : address;
            }
            node = node.getParentNode();
        }
        return null;
    }

    /// A page that has nothing to scroll leaves the wheel to the notebook.
    private void scrolled(ScrollEvent event) {
        boolean isSideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
        var parent = view.getParent();
        if (fits && !isSideways && parent != null) {
            event.consume();
            parent.fireEvent(event.copyFor(parent, parent));
        }
    }

    private void menu(ContextMenuEvent event) {
        var copy = new MenuItem(Texts.of("output").get("copy"));
        var selected = selectedText();
        copy.setDisable(selected.isEmpty());
        copy.setOnAction(
                _ -> {
                    var content = new ClipboardContent();
                    content.putString(selected);
                    Clipboard.getSystemClipboard().setContent(content);
                });
        MenuPlace.show(view, event, copy);
    }

    private String selectedText() {
        return engine.executeScript("String(window.getSelection())") instanceof String text
                ? text
                : "";
    }

    private void measure() {
        if (engine.getDocument() != null && engine.executeScript(HEIGHT) instanceof Number high) {
            fits = high.doubleValue() <= HIGHEST;
            heights.accept(Math.max(1, Math.min(HIGHEST, high.doubleValue())));
        }
    }

    /// Measures in the next pulses: WebView lays out between them.
    private final class Measuring extends AnimationTimer {

        private int left;

        void begin() {
            left = MEASURED_PULSES;
            start();
        }

        @Override
        public void handle(long now) {
            measure();
            left--;
            if (left <= 0) {
                stop();
            }
        }
    }
}
