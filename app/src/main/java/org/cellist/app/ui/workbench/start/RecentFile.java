package org.cellist.app.ui.workbench.start;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A recent file as a button: its name, and the folder that tells it from others.
///
/// Confined to the JavaFX Application Thread.
public final class RecentFile extends Button {

    /// Does nothing yet when it is pressed.
    public RecentFile(Path file) {
        getStyleClass().setAll("recent-file");
        var name = new Label(String.valueOf(file.getFileName()));
        var folder = new Label(shortened(file.getParent()));
        folder.getStyleClass().add("recent-folder");
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        setGraphic(new VBox(name, folder));
        setMaxWidth(Double.MAX_VALUE);
        setAccessibleText(file.toString());
    }

    /// A person knows the home folder as `~`.
    private static String shortened(@Nullable Path folder) {
        if (folder == null) {
            return "";
        }
        var home = Path.of(System.getProperty("user.home"));
        if (folder.startsWith(home)) {
            return folder.equals(home)
                    ? "~"
                    : Path.of("~").resolve(home.relativize(folder)).toString();
        }
        return folder.toString();
    }
}
