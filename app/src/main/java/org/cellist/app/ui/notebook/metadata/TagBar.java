package org.cellist.app.ui.notebook.metadata;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.notebook.metadata.TagsViewModel.State;
import org.cellist.app.ui.notebook.metadata.TagsViewModel.Tag;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The bar over the page in which the selected cells get tags and a part in slides. It follows the
/// selection while it is open.
///
/// Enter adds what is typed, Down goes to the suggestions, Tab reaches everything, Escape closes
/// the bar. What is typed and not yet added is still there when it is opened again.
///
/// Confined to the JavaFX Application Thread.
final class TagBar extends VBox {

    private final TagsViewModel model;
    private final Runnable close;
    private final Texts texts = Texts.of("metadata");
    private final Label cells = new Label();
    private final FlowPane tags = new FlowPane();
    private final TextField field = new TextField();
    private final FlowPane suggestions = new FlowPane();
    private final HBox slides = new HBox();

    /// @param close takes the bar away and gives keys back
    TagBar(TagsViewModel model, Runnable close) {
        this.model = model;
        this.close = close;
        getStyleClass().add("tag-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        tags.getStyleClass().add("tag-flow");
        suggestions.getStyleClass().add("tag-flow");
        field.setPromptText(texts.get("tags.add"));
        field.setAccessibleText(texts.get("tags.add"));
        field.getStyleClass().add("tag-field");
        field.setOnAction(_ -> add(field.getText()));
        field.textProperty().subscribe(_ -> showSuggestions());
        slides.getStyleClass().add("slide-choice");
        for (var type : SlideType.values()) {
            slides.getChildren().add(slide(type));
        }
        getChildren().addAll(head(), tags, field, suggestions, title("slide.title"), slides);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.stateProperty().subscribe(this::show);
    }

    /// Takes the keys.
    void enter() {
        field.requestFocus();
        field.selectAll();
    }

    private Node head() {
        cells.getStyleClass().add("tag-cells");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var cross = new Button("", Icons.of(Feather.X, Icons.SMALL));
        cross.getStyleClass().setAll("find-button");
        cross.setAccessibleText(texts.get("close"));
        cross.setTooltip(new Tooltip(texts.get("close")));
        cross.setOnAction(_ -> close.run());
        var head = new HBox(title("tags.title"), cells, space, cross);
        head.getStyleClass().add("tag-head");
        return head;
    }

    private Label title(String key) {
        var title = new Label(texts.get(key));
        title.getStyleClass().add("tag-title");
        return title;
    }

    private void show(State now) {
        cells.setText(now.cells() > 1 ? texts.get("tags.cells", now.cells()) : "");
        boolean hadKeys = tags.getChildren().stream().anyMatch(Node::isFocusWithin);
        tags.getChildren().setAll(now.tags().stream().map(tag -> chip(tag, now.cells())).toList());
        tags.setVisible(!now.tags().isEmpty());
        tags.setManaged(tags.isVisible());
        if (hadKeys) {
            field.requestFocus();
        }
        showSuggestions();
        for (var each : slides.getChildren()) {
            ((ToggleButton) each).setSelected(each.getUserData() == now.slide());
        }
    }

    private Node chip(Tag tag, int of) {
        var words =
                tag.isOnAll() ? tag.text() : texts.get("tags.some", tag.text(), tag.cells(), of);
        var text = new Label(words);
        text.getStyleClass().add("tag-words");
        var cross = new Button("", Icons.of(Feather.X, Icons.SMALL));
        cross.getStyleClass().setAll("tag-remove");
        cross.setAccessibleText(texts.get("tags.remove", tag.text()));
        cross.setTooltip(new Tooltip(texts.get("tags.remove", tag.text())));
        cross.setOnAction(_ -> model.remove(tag.text()));
        var chip = new HBox(text, cross);
        chip.getStyleClass().addAll("tag-chip", "tag-editable");
        return chip;
    }

    private void showSuggestions() {
        List<Node> buttons =
                model.suggestions(field.getText()).stream().<Node>map(this::suggestion).toList();
        suggestions.getChildren().setAll(buttons);
        suggestions.setVisible(!buttons.isEmpty());
        suggestions.setManaged(suggestions.isVisible());
    }

    private Node suggestion(String tag) {
        var button = new Button("+ " + tag);
        button.getStyleClass().setAll("tag-suggestion");
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> add(tag));
        return button;
    }

    private void add(String line) {
        field.clear();
        model.add(line);
        field.requestFocus();
    }

    private ToggleButton slide(SlideType type) {
        var button = new ToggleButton(texts.get("slide." + type.name()));
        button.getStyleClass().setAll("slide-button");
        button.setUserData(type);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(texts.get("slide." + type.name() + ".meaning")));
        button.setOnAction(_ -> model.setSlide(type));
        return button;
    }

    // ---- keys

    private void key(KeyEvent event) {
        if (isHandled(event)) {
            event.consume();
        }
    }

    private boolean isHandled(KeyEvent event) {
        boolean inField = field.equals(event.getTarget());
        if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
            return true;
        }
        if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            return true;
        }
        if (event.getCode() == KeyCode.DOWN && inField && !suggestions.getChildren().isEmpty()) {
            suggestions.getChildren().getFirst().requestFocus();
            return true;
        }
        if (event.getCode() == KeyCode.UP && suggestions.isFocusWithin()) {
            field.requestFocus();
            return true;
        }
        return false;
    }
}
