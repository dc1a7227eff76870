package org.cellist.app.ui.workbench;

import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// One tab: name, the dot that means "not yet on this disk", and a cross on hover.
///
/// Confined to the JavaFX Application Thread.
final class TabView extends StackPane {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final int CROSS_SIZE = 12;

    /// A page comes to the front for cells that wait over its tab that long.
    private static final Duration DRAG_WAIT = Duration.millis(600);

    private final PauseTransition comeToFront = new PauseTransition(DRAG_WAIT);
    private final TabViewModel tab;
    private final Texts texts;
    private final Label title = new Label();
    private final Node dot = Icons.dot();
    private final Tooltip whole = new Tooltip();
    private final Subscription following;

    /// @param dropped told of what is dragged from a page and let go over the tab, once that is in
    ///     front
    TabView(
            TabViewModel tab,
            Texts texts,
            Runnable activate,
            Runnable close,
            Consumer<MouseDragEvent> dropped) {
        this.tab = tab;
        this.texts = texts;
        getStyleClass().add("tab-view");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        dot.getStyleClass().add("tab-dot");
        dot.managedProperty().bind(dot.visibleProperty());
        title.getStyleClass().add("tab-title");
        title.setMinWidth(0);
        var row = new HBox(title, dot);
        row.getStyleClass().add("tab-row");
        getChildren().addAll(row, cross(close));
        setOnMousePressed(press -> pressed(press, activate));
        setOnMouseClicked(
                click -> {
                    if (click.getButton() == MouseButton.MIDDLE) {
                        close.run();
                    }
                });
        addEventHandler(KeyEvent.KEY_PRESSED, press -> key(press, activate, close));
        comeToFront.setOnFinished(_ -> activate.run());
        setOnMouseDragEntered(_ -> comeToFront.playFromStart());
        setOnMouseDragExited(_ -> comeToFront.stop());
        setOnMouseDragReleased(
                release -> {
                    comeToFront.stop();
                    activate.run();
                    dropped.accept(release);
                });
        following =
                tab.titleProperty()
                        .subscribe(_ -> refresh())
                        .and(tab.stateProperty().subscribe(_ -> refresh()));
        refresh();
    }

    TabViewModel tab() {
        return tab;
    }

    void setSelected(boolean selected) {
        pseudoClassStateChanged(SELECTED, selected);
    }

    /// Stops following its tab.
    void close() {
        comeToFront.stop();
        following.unsubscribe();
    }

    private void refresh() {
        var name = tab.titleProperty().get();
        title.setText(name);
        dot.setVisible(tab.isPending());
        setAccessibleText(tab.isPending() ? texts.get("tab.pending", name) : name);
        var file = tab.file();
        whole.setText(tab.whereabouts());
        title.setTooltip(file == null ? null : whole);
    }

    private Button cross(Runnable close) {
        var cross = new Button("", Icons.of(Feather.X, CROSS_SIZE));
        cross.getStyleClass().setAll("tab-close");
        cross.setAccessibleText(texts.get("command.tab.close"));
        cross.setFocusTraversable(false);
        cross.visibleProperty().bind(hoverProperty());
        cross.setOnAction(_ -> close.run());
        setAlignment(cross, Pos.CENTER_RIGHT);
        return cross;
    }

    private static void key(KeyEvent press, Runnable activate, Runnable close) {
        if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
            press.consume();
            activate.run();
        } else if (press.getCode() == KeyCode.DELETE) {
            press.consume();
            close.run();
        }
    }

    private static void pressed(MouseEvent press, Runnable activate) {
        if (press.getButton() == MouseButton.PRIMARY) {
            activate.run();
        }
    }
}
