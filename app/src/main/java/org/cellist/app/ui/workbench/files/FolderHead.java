package org.cellist.app.ui.workbench.files;

import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.port.Place;
import org.kordamp.ikonli.feather.Feather;

/// Above a folder: its place, which can be chosen, its path, which can be typed, and what can be
/// done there.
///
/// Confined to the JavaFX Application Thread.
final class FolderHead extends VBox {

    private static final double SIDES = 14; // of the button's padding, in pixels

    private final FolderModel model;
    private final FilesModel files;
    private final Texts texts = Texts.of("files");
    private final Button place = new Button();
    private final TextField path = new TextField();
    private final Runnable enter;

    /// @param enter gives the keys to the folder
    FolderHead(FolderModel model, FilesModel files, FolderActions actions, Runnable enter) {
        this.model = model;
        this.files = files;
        this.enter = enter;
        getStyleClass().add("folder-head");
        var more = icon(Feather.MORE_HORIZONTAL, "more");
        more.setOnAction(_ -> actions.folderMenu().show(more, Side.BOTTOM, 0, 0));
        var first = new HBox(place(), more);
        first.getStyleClass().add("folder-row");
        var up = icon(Feather.ARROW_UP, "up");
        up.setOnAction(_ -> model.up());
        model.folderProperty().subscribe(_ -> up.setDisable(model.isTop()));
        var second = new HBox(up, path());
        second.getStyleClass().add("folder-row");
        getChildren().addAll(first, second);
    }

    private Node place() {
        place.getStyleClass().setAll("files-place");
        place.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        place.setMaxWidth(Double.MAX_VALUE);
        place.setMinWidth(0);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setOnAction(_ -> choose());
        var name = new Label();
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.setMinWidth(0);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var opens = Icons.of(Feather.CHEVRON_DOWN, Icons.SMALL);
        var line = new HBox();
        line.getStyleClass().add("file-line");
        line.prefWidthProperty().bind(place.widthProperty().subtract(SIDES));
        place.setGraphic(line);
        model.placeProperty()
                .subscribe(
                        now -> {
                            name.setText(PlaceWords.of(now));
                            place.setAccessibleText(texts.get("place", PlaceWords.of(now)));
                            line.getChildren()
                                    .setAll(Icons.of(icon(now), Icons.SMALL), name, space, opens);
                        });
        return place;
    }

    private static Feather icon(Place place) {
        return switch (place) {
            case Place.Here _ -> Feather.MONITOR;
            case Place.OnHost _ -> Feather.SERVER;
            case Place.OnServer _ -> Feather.GLOBE;
        };
    }

    private void choose() {
        var menu = new ContextMenu();
        for (var each : files.places()) {
            var item = new MenuItem(PlaceWords.of(each), Icons.of(icon(each), Icons.SMALL));
            item.setMnemonicParsing(false);
            item.setOnAction(
                    _ -> {
                        model.go(each, null);
                        enter.run();
                    });
            menu.getItems().add(item);
        }
        menu.show(place, Side.BOTTOM, 0, 0);
    }

    private Node path() {
        path.getStyleClass().addAll("variables-filter", FolderView.NAMING);
        path.setAccessibleText(texts.get("path"));
        HBox.setHgrow(path, Priority.ALWAYS);
        model.folderProperty().subscribe(_ -> showPath());
        model.placeProperty().subscribe(_ -> showPath());
        model.stateProperty().subscribe(_ -> showPath()); // the home is known then
        path.focusedProperty().addListener((_, _, _) -> showPath());
        path.setOnAction(
                _ -> {
                    model.goTyped(path.getText());
                    enter.run();
                });
        path.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        enter.run();
                    }
                });
        return path;
    }

    private void showPath() {
        if (!path.isFocused()) {
            path.setText(model.shownFolder());
            path.end(); // of a long path the end tells most
            path.setTooltip(new Tooltip(model.folderProperty().get()));
        }
    }

    private Button icon(Feather feather, String key) {
        var button = new Button("", Icons.of(feather, Icons.SMALL));
        button.getStyleClass().setAll("toolbar-icon");
        button.setMinWidth(USE_PREF_SIZE);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        return button;
    }
}
