package org.cellist.app.ui.cell;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import org.cellist.app.notebook.metadata.SlideType;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.page.PageCommand;
import org.kordamp.ikonli.feather.Feather;

/// What is done more rarely with a cell, in a menu at the end of its tool bar.
///
/// Confined to the JavaFX Application Thread.
final class CellMenu {

    private final CellViewModel model;
    private final Texts texts = Texts.of("metadata");

    private CellMenu(CellViewModel model) {
        this.model = model;
    }

    /// The button that opens the menu.
    static Button button(CellViewModel model) {
        var menu = new CellMenu(model);
        var button = CellToolbar.button("more", Feather.MORE_HORIZONTAL, () -> {});
        button.setOnAction(_ -> menu.made().show(button, Side.BOTTOM, 0, 2));
        return button;
    }

    private ContextMenu made() {
        return new ContextMenu(
                item("menu.tags", PageCommand.EDIT_TAGS),
                slides(),
                item("menu.metadata", PageCommand.EDIT_METADATA));
    }

    private MenuItem item(String key, PageCommand command) {
        var item = new MenuItem(texts.get(key));
        item.setOnAction(_ -> model.actions().perform(model.id(), command));
        return item;
    }

    private Menu slides() {
        var menu = new Menu(texts.get("slide.title"));
        var now = SlideType.of(model.cell().metadata());
        for (var type : SlideType.values()) {
            var item = new RadioMenuItem(texts.get("slide." + type.name()));
            item.setSelected(now.filter(type::equals).isPresent());
            item.setOnAction(_ -> model.actions().perform(model.id(), command(type)));
            menu.getItems().add(item);
        }
        return menu;
    }

    private static PageCommand command(SlideType type) {
        return switch (type) {
            case SLIDE -> PageCommand.SLIDE;
            case SUBSLIDE -> PageCommand.SUBSLIDE;
            case FRAGMENT -> PageCommand.FRAGMENT;
            case SKIP -> PageCommand.SKIP;
            case NOTES -> PageCommand.NOTES;
            case NONE -> PageCommand.NO_SLIDE;
        };
    }
}
