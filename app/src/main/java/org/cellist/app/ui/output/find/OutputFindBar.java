package org.cellist.app.ui.output.find;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.OutputSearch.Found;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The bar that finds text in the outputs of one cell: what is looked for, how many there are, and
/// the way from one to the next.
///
/// Enter and Shift+Enter go to the next match and the one before, Escape closes the bar.
///
/// Confined to the JavaFX Application Thread.
public final class OutputFindBar extends HBox {

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final OutputSearch search;
    private final Consumer<Bounds> reveals;
    private final Runnable closes;
    private final Texts texts = Texts.of("find");
    private final FindWords words = FindWords.ofNow();
    private final TextField text = new TextField();
    private final Label count = new Label();

    /// @param root the node below which is searched
    /// @param reveals scrolls so that a place is seen, which is in pixels of the scene
    /// @param closes takes the bar away
    public OutputFindBar(Node root, Consumer<Bounds> reveals, Runnable closes) {
        this.search = new OutputSearch(root);
        this.reveals = reveals;
        this.closes = closes;
        getStyleClass().add("output-find");
        setAlignment(Pos.CENTER_LEFT);
        text.setPromptText(texts.get("output"));
        text.setAccessibleText(texts.get("output"));
        text.getStyleClass().add("find-field");
        text.textProperty().subscribe((_, now) -> typed(now));
        count.getStyleClass().add("find-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var toggles =
                new HBox(
                        FindToggle.ofCase(search.queryProperty(), texts),
                        FindToggle.ofPattern(search.queryProperty(), texts));
        toggles.getStyleClass().add("find-toggles");
        getChildren()
                .addAll(
                        text,
                        toggles,
                        count,
                        button(Feather.ARROW_UP, "previous", () -> go(search.step(-1))),
                        button(Feather.ARROW_DOWN, "next", () -> go(search.step(1))),
                        button(Feather.X, "close", this::close));
        search.stateProperty().subscribe(this::show);
        search.queryProperty().subscribe((_, _) -> go(search.begin()));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Takes the keys, with all of the text selected so that another can be typed over it.
    public void enter() {
        text.requestFocus();
        text.selectAll();
    }

    /// Takes all marks away.
    public void end() {
        search.end();
    }

    private Button button(Feather icon, String key, Runnable action) {
        var button = new Button("", Icons.of(icon, Icons.SMALL));
        button.getStyleClass().setAll("find-button");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private void typed(String now) {
        search.queryProperty().set(search.queryProperty().get().withText(now));
    }

    private void go(@Nullable Found found) {
        if (found != null) {
            reveals.accept(found.node().localToScene(found.place()));
        }
    }

    private void close() {
        search.end();
        closes.run();
    }

    private void show(FindState state) {
        boolean isFault = state instanceof FindState.Faulty || state instanceof FindState.TooHard;
        text.pseudoClassStateChanged(FAULTY, isFault);
        count.setText(words.of(state));
        boolean isEmpty = state instanceof FindState.Found(_, var found, _, _) && found == 0;
        count.pseudoClassStateChanged(EMPTY, isEmpty || isFault);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
            go(search.step(event.isShiftDown() ? -1 : 1));
            event.consume();
        }
    }
}
