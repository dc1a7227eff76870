package org.cellist.app.ui.workbench.contents;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.cellist.app.ui.workbench.contents.HeadingPath.Place;
import org.cellist.app.ui.workbench.contents.HeadingPath.Step;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/// The headings over the cell that has the keys, in one line. A click goes to a heading; the mark
/// before it opens a menu of the sections beside it.
///
/// Confined to the JavaFX Application Thread.
public final class BreadcrumbView extends HBox {

    private static final double NARROWEST = 36;

    private final ContentsViewModel model;
    private final Texts texts;
    private final Consumer<CellId> goTo;
    private final List<Button> marks = new ArrayList<>(); // from the outermost
    private @Nullable HeadingPath shown;

    /// @param goTo goes to the cell of a heading
    public BreadcrumbView(ContentsViewModel model, Texts texts, Consumer<CellId> goTo) {
        this.model = model;
        this.texts = texts;
        this.goTo = goTo;
        getStyleClass().add("breadcrumb");
        setMinWidth(0);
        model.entriesProperty().subscribe(_ -> refresh());
        model.currentProperty().subscribe(_ -> refresh());
    }

    /// The states of cells change far more often than the path: nodes are made for a new path
    /// alone.
    private void refresh() {
        var path = HeadingPath.of(model.entriesProperty().get(), model.currentProperty().get());
        if (path.equals(shown)) {
            return;
        }
        shown = path;
        setVisible(!path.steps().isEmpty());
        getChildren().clear();
        marks.clear();
        for (var step : path.steps()) {
            getChildren().addAll(mark(step), heading(step.heading()));
        }
    }

    private Node mark(Step step) {
        boolean isFirst = getChildren().isEmpty();
        var icon = Icons.of(isFirst ? Feather.LIST : Feather.CHEVRON_RIGHT, Icons.SMALL);
        var mark = new Button("", icon);
        var words = texts.get("command.view.sections");
        mark.getStyleClass().setAll("breadcrumb-mark");
        mark.setAccessibleText(words);
        mark.setTooltip(new Tooltip(words));
        mark.setFocusTraversable(false);
        mark.setMinWidth(Region.USE_PREF_SIZE);
        int level = marks.size();
        mark.setOnAction(_ -> open(menu(step, level), mark));
        marks.add(mark);
        return mark;
    }

    /// Opens the menu of the innermost section; nothing above the first heading.
    public void showSections() {
        if (!marks.isEmpty()) {
            marks.getLast().fire();
        }
    }

    private static void open(ContextMenu menu, Button mark) {
        menu.show(mark, Side.BOTTOM, 0, 4);
        MenuKeys.choose(menu, item -> item.getGraphic() != null);
    }

    /// @param level how many headings are over it
    private ContextMenu menu(Step step, int level) {
        var menu = new ContextMenu();
        menu.addEventFilter(KeyEvent.KEY_PRESSED, event -> walk(event, menu, level));
        for (var sibling : step.siblings()) {
            var item = new MenuItem(sibling.text());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> goTo.accept(sibling.cell()));
            if (sibling.equals(step.heading())) {
                item.setGraphic(Icons.of(Feather.CHECK, Icons.SMALL));
            }
            menu.getItems().add(item);
        }
        return menu;
    }

    /// To the sections around this one, and back to those in it.
    private void walk(KeyEvent event, ContextMenu menu, int level) {
        int other =
                switch (event.getCode()) {
                    case LEFT -> level - 1;
                    case RIGHT -> level + 1;
                    default -> -1;
                };
        if (other >= 0 && other < marks.size()) {
            event.consume();
            menu.hide();
            marks.get(other).fire();
        }
    }

    private Node heading(Place heading) {
        var button = new Button(heading.text());
        button.getStyleClass().setAll("breadcrumb-heading");
        button.setMnemonicParsing(false);
        button.setFocusTraversable(false);
        button.setMinWidth(NARROWEST);
        button.setTooltip(new Tooltip(heading.text()));
        button.setOnAction(_ -> goTo.accept(heading.cell()));
        return button;
    }
}
