package org.cellist.app.ui.workbench.terminals;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.terminal.TerminalScreen;
import org.cellist.app.ui.workbench.parts.Part;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.app.ui.workbench.port.Terminals.Wish;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;

/// What fills a window, and below it the pane of terminals while that is open. The line between
/// them can be dragged.
///
/// The pages stay where they are in the scene when the pane comes and goes. The pane itself is made
/// when it is first opened.
///
/// Confined to the JavaFX Application Thread.
public final class TerminalsBelow extends Region {

    private static final double FIRST_HEIGHT = 260;
    private static final double LEAST_HEIGHT = 90;
    private static final double LEAST_ABOVE = 120;
    private static final double LINE = 5; // where the pointer can take it, in pixels

    private final Node above;
    private final TerminalsViewModel model;
    private final Supplier<Optional<Document>> front;
    private final TerminalsViewModel.Questions questions;
    private final Runnable leave;
    private final Region line = new Region();
    private @Nullable TerminalsView pane;
    private double height = FIRST_HEIGHT;

    /// @param above what fills the window while there is no pane
    /// @param front the document whose runtime is meant
    /// @param leave gives the keys back to the page in front
    public TerminalsBelow(
            Node above,
            TerminalsViewModel model,
            Supplier<Optional<Document>> front,
            TerminalsViewModel.Questions questions,
            Runnable leave) {
        this.above = above;
        this.model = model;
        this.front = front;
        this.questions = questions;
        this.leave = leave;
        line.getStyleClass().add("terminals-line");
        line.setCursor(Cursor.V_RESIZE);
        line.setVisible(false);
        line.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        getChildren().addAll(above, line);
        model.openProperty().subscribe(this::show);
    }

    // ---- what a person asks for

    /// Opens the pane and gives it the keys; closes it when it has them. A first terminal is opened
    /// where the notebook's runtime is.
    public void toggle() {
        if (model.openProperty().get() && hasKeys()) {
            hide();
        } else if (model.tabsProperty().get().isEmpty()) {
            add();
        } else {
            model.openProperty().set(true);
            enter();
        }
    }

    /// Closes the pane; its terminals go on. Its keys go to the page in front.
    public void hide() {
        boolean hadKeys = hasKeys();
        model.openProperty().set(false);
        if (hadKeys) {
            leave.run();
        }
    }

    /// Opens one more terminal where the notebook's runtime is.
    public void add() {
        var place =
                front.get()
                        .flatMap(Document::runtime)
                        .map(TerminalsBelow::placeOf)
                        .orElseGet(Place.Here::new);
        add(place, null, "");
    }

    private static Place placeOf(KernelRuntime runtime) {
        return switch (runtime) {
            case KernelRuntime.Local _ -> new Place.Here();
            case KernelRuntime.OnHost ssh -> new Place.OnHost(ssh.host());
            case KernelRuntime.JupyterServer server -> new Place.OnServer(server.server());
        };
    }

    /// @param joined which of a server's; null for a new one
    /// @param there where the shell begins on another machine; empty for the home
    private void add(Place place, @Nullable String joined, String there) {
        model.openProperty().set(true);
        applyCss();
        layout(); // else its size is not known
        var body = view().body();
        var size = TerminalScreen.sizeIn(body.getWidth(), body.getHeight());
        model.add(new Wish(place, folder(), environment(), joined, there, size));
        enter();
    }

    private @Nullable Path folder() {
        return front.get().map(Document::file).map(Path::getParent).orElse(null);
    }

    private @Nullable PythonEnvironment environment() {
        return front.get().flatMap(Document::runtime).flatMap(ShellEnvironment::of).orElse(null);
    }

    /// Closes the terminal in front, after asking where a program runs.
    public void closeFront() {
        var tab = model.frontProperty().get();
        if (tab != null) {
            view().close(tab);
        }
    }

    // ---- the pane

    /// The pane, while it is open.
    public Optional<Part> part() {
        return model.openProperty().get()
                ? Optional.of(new Part(view(), this::enter))
                : Optional.empty();
    }

    private boolean hasKeys() {
        return pane != null && Keyable.isWithin(Keyable.owner(this), pane);
    }

    private void enter() {
        view().enter();
    }

    private TerminalsView view() {
        var made = pane;
        if (made == null) {
            var actions = new TerminalsView.Actions(this::add, this::hide, leave);
            made = new TerminalsView(model, actions, questions);
            pane = made;
        }
        return made;
    }

    private void show(boolean isOpen) {
        boolean hadKeys = hasKeys();
        line.setVisible(isOpen);
        if (isOpen) {
            getChildren().setAll(above, view(), line);
        } else {
            getChildren().setAll(above, line);
        }
        if (!isOpen && hadKeys) {
            leave.run();
        }
        requestLayout();
    }

    private void dragged(MouseEvent event) {
        height = getHeight() - sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
        requestLayout();
        event.consume();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double below = 0;
        if (pane != null && model.openProperty().get()) {
            double most = Math.max(LEAST_HEIGHT, getHeight() - LEAST_ABOVE);
            below = snapSizeY(Math.clamp(height, LEAST_HEIGHT, most));
            pane.resizeRelocate(0, getHeight() - below, width, below);
            line.resizeRelocate(0, getHeight() - below - LINE / 2, width, LINE);
        }
        above.resizeRelocate(0, 0, width, getHeight() - below);
    }

    @Override
    protected double computeMinWidth(double room) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double room) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double room) {
        return above.prefWidth(room);
    }

    @Override
    protected double computePrefHeight(double room) {
        return above.prefHeight(room);
    }
}
