package org.cellist.app.ui.output.image;

import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.stage.FileChooser;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;

/// Copies a picture, or saves its file as it came. A picture that is an output by itself has the
/// output's menu instead.
///
/// Confined to the JavaFX Application Thread.
final class PictureMenu {

    private final PictureView view;
    private final Pictures pictures;
    private final PictureSource source;

    PictureMenu(PictureView view, Pictures pictures, PictureSource source) {
        this.view = view;
        this.pictures = pictures;
        this.source = source;
    }

    void install() {
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::show);
    }

    private void show(ContextMenuEvent event) {
        var place = MenuPlace.around(view);
        if (place != null && place.isWhole(view)) {
            MenuPlace.show(view, event);
            return;
        }
        var texts = Texts.of("output");
        var copy = new MenuItem(texts.get("copyPicture"));
        copy.setDisable(view.imageView().getImage() == null);
        copy.setOnAction(_ -> copy());
        var save = new MenuItem(texts.get("savePicture"));
        save.setOnAction(_ -> chooseFile());
        MenuPlace.show(view, event, copy, save);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putImage(view.imageView().getImage());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void chooseFile() {
        var chooser = new FileChooser();
        chooser.setInitialFileName("picture." + source.extension());
        var chosen = chooser.showSaveDialog(view.getScene().getWindow());
        if (chosen != null) {
            pictures.save(source, chosen.toPath(), view::saved);
        }
    }
}
