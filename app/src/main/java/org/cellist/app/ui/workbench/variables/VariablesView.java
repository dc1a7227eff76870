package org.cellist.app.ui.workbench.variables;

import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.fx.Keyable;
import org.cellist.app.ui.workbench.variables.VariablesViewModel.Order;
import org.cellist.app.ui.workbench.variables.VariablesViewModel.Shown;
import org.cellist.app.variables.Variable;

/// The kernel's variables in the side pane.
///
/// Confined to the JavaFX Application Thread.
public final class VariablesView extends VBox {

    private static final double ROW = 46;

    private final VariablesViewModel model;
    private final Texts texts = Texts.of("variables");
    private final Label words = new Label();
    private final Label sum = new Label();
    private final ListView<Variable> list = new ListView<>();
    private final TextField field = new TextField();
    private final VBox tools;
    private final Consumer<String> inserts;

    /// @param inserts puts code into a new cell of the notebook in front
    public VariablesView(VariablesViewModel model, Consumer<String> inserts) {
        this.model = model;
        this.inserts = inserts;
        getStyleClass().add("pane");
        var title = new Label(texts.get("title"));
        title.getStyleClass().add("pane-title");
        words.getStyleClass().add("pane-empty");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.managedProperty().bind(words.visibleProperty());
        sum.getStyleClass().add("variables-sum");
        sum.setWrapText(true);
        sum.setMinHeight(Region.USE_PREF_SIZE);
        list.getStyleClass().addAll("contents-list", "variables-list");
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new VariableCell(this::open));
        list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        VBox.setVgrow(list, Priority.ALWAYS);
        tools = new VBox(filter(), orders());
        tools.getStyleClass().add("variables-tools");
        getChildren().addAll(title, words, tools, list, sum);
        model.shownProperty().subscribe(this::show);
        sceneProperty().subscribe(scene -> model.setVisible(scene != null));
    }

    /// Takes the keys: the list, or the field above it while nothing fits what is in that.
    public void enter() {
        if (!list.isVisible()) {
            return;
        }
        if (list.getItems().isEmpty()) {
            field.requestFocus();
            return;
        }
        list.requestFocus();
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    /// Returns whether what holds this pane has the keys, since there was nothing in it to take
    // them.
    private boolean isWaitedFor() {
        return getScene() != null
                && getScene().getFocusOwner() instanceof Parent owner
                && !owner.equals(this)
                && Keyable.isWithin(this, owner);
    }

    private void key(KeyEvent event) {
        var selected = list.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && selected != null) {
            event.consume();
            open(selected);
        }
    }

    /// Shows the rows of a table in a window of its own.
    private void open(Variable variable) {
        model.open(variable)
                .ifPresent(
                        opened ->
                                new TableWindow(opened.table(), inserts)
                                        .open(getScene(), opened.stop()));
    }

    private TextField filter() {
        field.setPromptText(texts.get("filter"));
        field.getStyleClass().add("variables-filter");
        field.textProperty().bindBidirectional(model.filterProperty());
        return field;
    }

    private HBox orders() {
        var group = new ToggleGroup();
        var row = new HBox();
        row.getStyleClass().add("variables-orders");
        for (var order : Order.values()) {
            var button = new ToggleButton(words(order));
            button.setToggleGroup(group);
            button.getStyleClass().setAll("variables-order");
            button.setSelected(order == model.orderProperty().get());
            button.setOnAction(
                    _ -> {
                        button.setSelected(true);
                        model.orderProperty().set(order);
                    });
            row.getChildren().add(button);
        }
        return row;
    }

    private String words(Order order) {
        return switch (order) {
            case NAME -> texts.get("order.name");
            case SIZE -> texts.get("order.size");
        };
    }

    private void show(Shown shown) {
        boolean isList = shown instanceof Shown.Listed(_, var all) && !all.variables().isEmpty();
        words.setVisible(!isList);
        for (var part : new Region[] {tools, list, sum}) {
            part.setVisible(isList);
            part.setManaged(isList);
        }
        switch (shown) {
            case Shown.NoKernel() -> words.setText(texts.get("nokernel"));
            case Shown.Waiting() -> words.setText(texts.get("waiting"));
            case Shown.OtherLanguage(var language) ->
                    words.setText(texts.get("language", language));
            case Shown.Failed(var why) -> words.setText(texts.get("failed", why));
            case Shown.Listed listed -> showList(listed);
        }
        if (isList && isWaitedFor()) {
            enter();
        }
    }

    private void showList(Shown.Listed listed) {
        words.setText(texts.get("none"));
        list.getItems().setAll(listed.variables());
        var all = listed.all();
        var memory = Sizes.words(all.memoryBytes());
        var count = all.variables().size() + all.left();
        sum.setText(
                all.deviceBytes() > 0
                        ? texts.get("sum.device", count, memory, Sizes.words(all.deviceBytes()))
                        : texts.get("sum", count, memory));
    }
}
