package org.cellist.app.ui.output;

import java.nio.file.Files;
import java.util.List;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.form.FileForm;
import org.cellist.app.ui.output.form.OutputForms;
import org.cellist.app.ui.output.image.PictureView;
import org.jspecify.annotations.Nullable;

/// What can be done with one output, and with all outputs of its cell.
///
/// Confined to the JavaFX Application Thread.
final class OutputMenu {

    private final ShownOutput shown;
    private final OutputActions actions;
    private final boolean limited;
    private final Runnable finds;

    /// @param limited whether the height of the outputs is limited now
    /// @param finds opens the search
    OutputMenu(ShownOutput shown, OutputActions actions, boolean limited, Runnable finds) {
        this.shown = shown;
        this.actions = actions;
        this.limited = limited;
        this.finds = finds;
    }

    List<MenuItem> items() {
        return List.of(
                item("copyOutput", this::copy),
                item("saveOutput", this::save),
                item("findInOutput", finds),
                item("openOutputs", () -> actions.open(shown.index())),
                new SeparatorMenuItem(),
                item(limited ? "fullOutputs" : "limitOutputs", () -> actions.limit(!limited)),
                item("collapseOutputs", actions::collapse),
                item("clearOutputs", actions::clear));
    }

    private static MenuItem item(String key, Runnable action) {
        var item = new MenuItem(Texts.of("output").get(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private static @Nullable PictureView picture(ShownOutput shown) {
        return OutputForms.isPicture(shown.output())
                        && shown.region().lookup(".picture") instanceof PictureView view
                ? view
                : null;
    }

    /// A picture is copied as that, anything else as text and, where it has that, as HTML.
    private void copy() {
        var view = picture(shown);
        if (view != null && view.image() != null) {
            var content = new ClipboardContent();
            content.putImage(view.image());
            Clipboard.getSystemClipboard().setContent(content);
            return;
        }
        var output = shown.output();
        shown.context()
                .kit()
                .worker()
                .submit(
                        () -> OutputForms.text(output),
                        text -> put(text == null ? "" : text, OutputForms.html(output).orElse("")));
    }

    private static void put(String text, String html) {
        var content = new ClipboardContent();
        content.putString(text);
        if (!html.isEmpty()) {
            content.putHtml(html);
        }
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void save() {
        var output = shown.output();
        shown.context()
                .kit()
                .worker()
                .submit(
                        () -> OutputForms.files(output),
                        forms -> choose(forms == null ? List.of() : forms));
    }

    private void choose(List<FileForm> forms) {
        var scene = shown.region().getScene();
        if (scene == null || forms.isEmpty()) {
            return;
        }
        var chooser = new FileChooser();
        chooser.setInitialFileName("output." + forms.getFirst().extension());
        for (var form : forms) {
            var pattern = "*." + form.extension();
            chooser.getExtensionFilters().add(new ExtensionFilter(pattern, pattern));
        }
        var chosen = chooser.showSaveDialog(scene.getWindow());
        if (chosen == null) {
            return;
        }
        int filter = chooser.getExtensionFilters().indexOf(chooser.getSelectedExtensionFilter());
        var form = formFor(chosen.getName(), forms, Math.max(0, filter));
        shown.context()
                .kit()
                .worker()
                .submit(
                        () -> Files.write(chosen.toPath(), form.bytes().get()),
                        written -> saved(written != null));
    }

    /// The name that was typed wins over the kind that was picked.
    static FileForm formFor(String name, List<FileForm> forms, int picked) {
        return forms.stream()
                .filter(form -> name.endsWith("." + form.extension()))
                .findFirst()
                .orElse(forms.get(picked));
    }

    private void saved(boolean worked) {
        var place = shown.region().localToScreen(0, 0);
        if (!worked && place != null) {
            var words = new Tooltip(Texts.of("output").get("outputNotSaved"));
            words.setAutoHide(true);
            words.show(shown.region(), place.getX(), place.getY());
        }
    }
}
