package org.cellist.app.ui.notebook.find;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.output.find.FindState;
import org.cellist.app.ui.output.find.FindToggle;
import org.cellist.app.ui.output.find.FindWords;
import org.cellist.app.ui.theme.Icons;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The bar that floats over the page: what is looked for, how many there are, and what takes their
/// place.
///
/// Enter and Shift+Enter go to the next match and the one before, Ctrl+Enter goes on writing at the
/// match, Escape closes the bar. Tab reaches everything on it.
///
/// Confined to the JavaFX Application Thread.
public final class FindBar extends VBox {

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private static final double NARROW = 500; // pixels of the page

    private final FindViewModel model;
    private final FindWords words = FindWords.ofNow();
    private final Texts texts = Texts.of("find");
    private final TextField text = new TextField();
    private final TextField instead = new TextField();
    private final Label count = new Label();
    private final Label fault = new Label();
    private final Tooltip around = new Tooltip();
    private final Button more = button(Feather.CHEVRON_RIGHT, texts.get("replace.show"));
    private final Button replace = new Button(texts.get("replace.one"));
    private final Button replaceAll = new Button(texts.get("replace.all"));
    private final HBox findRow;
    private final HBox steps = row();
    private final HBox stepRow = row(); // the steps of a narrow page
    private final Label readOnly = new Label(texts.get("readonly"));

    /// A bar for the cells of a notebook.
    public static FindBar ofCells(FindViewModel model) {
        return new FindBar(model, true);
    }

    /// A bar for one text, which has no outputs and no cells to choose.
    public static FindBar ofText(FindViewModel model) {
        return new FindBar(model, false);
    }

    private FindBar(FindViewModel model, boolean hasCells) {
        this.model = model;
        getStyleClass().add("find-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        visibleProperty().bind(model.openProperty());
        managedProperty().bind(visibleProperty());
        findRow = findRow(hasCells);
        stepRow.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(findRow, stepRow, replaceRow(), note(fault), note(readOnly));
        Nested.in(parentProperty(), Node::layoutBoundsProperty).subscribe(this::fit);
        model.queryProperty().subscribe(this::showQuery);
        text.textProperty().subscribe((_, now) -> typed(now));
        model.stateProperty().subscribe(this::showState);
        model.withReplaceProperty().subscribe(_ -> showReplace());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        focusWithinProperty().subscribe((had, has) -> keysMoved(had && !has));
    }

    private void keysMoved(boolean away) {
        if (away) {
            model.left();
        }
    }

    /// Takes the keys, with all of the text selected so that another can be typed over it.
    public void enter() {
        showReplace();
        text.requestFocus();
        text.selectAll();
    }

    // ---- its parts

    private HBox findRow(boolean hasCells) {
        text.setPromptText(texts.get("find"));
        text.setAccessibleText(texts.get("find"));
        text.getStyleClass().add("find-field");
        HBox.setHgrow(text, Priority.ALWAYS);
        count.getStyleClass().add("find-count");
        more.setOnAction(_ -> model.withReplaceProperty().set(!model.withReplaceProperty().get()));
        var query = model.queryProperty();
        var toggles =
                new HBox(
                        FindToggle.ofCase(query, texts),
                        FindToggle.ofWord(query, texts),
                        FindToggle.ofPattern(query, texts));
        if (hasCells) {
            toggles.getChildren().addAll(FindToggle.ofOutputs(query, texts), onlySelected());
        }
        toggles.getStyleClass().add("find-toggles");
        var up = button(Feather.ARROW_UP, texts.get("previous"));
        up.setOnAction(_ -> model.step(-1));
        var down = button(Feather.ARROW_DOWN, texts.get("next"));
        down.setOnAction(_ -> model.step(1));
        var cross = button(Feather.X, texts.get("close"));
        cross.setOnAction(_ -> model.close());
        steps.getChildren().addAll(count, up, down, cross);
        return row(more, text, toggles);
    }

    /// In a narrow page what goes from match to match has a row of its own.
    private void fit(@Nullable Bounds page) {
        boolean isNarrow = page != null && page.getWidth() > 0 && page.getWidth() < NARROW;
        var wanted = isNarrow ? stepRow : findRow;
        if (!wanted.equals(steps.getParent())) {
            stepRow.getChildren().remove(steps);
            findRow.getChildren().remove(steps);
            wanted.getChildren().add(steps);
        }
        stepRow.setManaged(isNarrow);
    }

    private Node onlySelected() {
        var icon = Icons.of(Feather.ALIGN_LEFT, Icons.SMALL);
        var toggle = new FindToggle("", icon, texts.get("selected"));
        toggle.selectedProperty().bindBidirectional(model.onlySelectedProperty());
        return toggle;
    }

    private Node replaceRow() {
        instead.setPromptText(texts.get("instead"));
        instead.setAccessibleText(texts.get("instead"));
        instead.getStyleClass().add("find-field");
        instead.textProperty().bindBidirectional(model.replacementProperty());
        HBox.setHgrow(instead, Priority.ALWAYS);
        replace.getStyleClass().setAll("find-action");
        replace.setOnAction(_ -> model.replace());
        replaceAll.getStyleClass().setAll("find-action");
        replaceAll.setOnAction(_ -> model.replaceAll());
        var indent = new Region();
        indent.getStyleClass().add("find-indent");
        var row = row(indent, instead, replace, replaceAll);
        row.visibleProperty().bind(model.withReplaceProperty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private static HBox row(Node... parts) {
        var row = new HBox(parts);
        row.getStyleClass().add("find-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Label note(Label label) {
        label.getStyleClass().add("find-note");
        label.setWrapText(true);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinHeight(USE_PREF_SIZE);
        label.setVisible(false);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static Button button(Feather icon, String words) {
        var button = new Button("", Icons.of(icon, Icons.SMALL));
        button.getStyleClass().setAll("find-button");
        button.setAccessibleText(words);
        button.setTooltip(new Tooltip(words));
        return button;
    }

    // ---- what the model says

    private void showQuery(FindQuery query) {
        if (!query.text().equals(text.getText())) {
            text.setText(query.text());
        }
    }

    private void typed(String now) {
        model.queryProperty().set(model.queryProperty().get().withText(now));
    }

    private void showState(FindState state) {
        boolean isFault = state instanceof FindState.Faulty || state instanceof FindState.TooHard;
        fault.setText(isFault ? words.of(state) : "");
        fault.setVisible(isFault);
        text.pseudoClassStateChanged(FAULTY, isFault);
        count.setText(isFault ? "" : words.of(state));
        boolean isEmpty = state instanceof FindState.Found(_, var found, _, _) && found == 0;
        count.pseudoClassStateChanged(EMPTY, isEmpty);
        var told = state instanceof FindState.Found found ? words.of(found.around()) : "";
        around.setText(told);
        count.setTooltip(told.isEmpty() ? null : around);
    }

    private void showReplace() {
        boolean isShown = model.withReplaceProperty().get();
        boolean isReadOnly = model.isReadOnly();
        more.setGraphic(
                Icons.of(isShown ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT, Icons.SMALL));
        for (var part : new Node[] {instead, replace, replaceAll}) {
            part.setDisable(isReadOnly);
        }
        readOnly.setVisible(isShown && isReadOnly);
    }

    // ---- keys

    private static final KeyCombination ALL =
            new KeyCodeCombination(
                    KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.ALT_DOWN);
    private static final KeyCombination HERE =
            new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private void key(KeyEvent event) {
        if (isHandled(event)) {
            event.consume();
        }
    }

    private boolean isHandled(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            model.close();
            return true;
        }
        boolean isField = event.getTarget() instanceof TextField;
        if (event.getCode() != KeyCode.ENTER || !isField) {
            return false;
        }
        if (ALL.match(event)) {
            model.replaceAll();
        } else if (HERE.match(event)) {
            model.editCurrent();
        } else if (instead.equals(event.getTarget()) && !event.isShiftDown()) {
            model.replace();
        } else {
            model.step(event.isShiftDown() ? -1 : 1);
        }
        return true;
    }
}
