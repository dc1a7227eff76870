package org.cellist.app.ui.workbench.notice;

import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.workbench.port.Documents.FileText;

/// Shows a file that is no notebook as text, to read and copy from. The file stays as it is.
///
/// Confined to the JavaFX Application Thread.
public final class TextPage extends VBox {

    public TextPage(Path file, FileText content) {
        var texts = Texts.of("workbench");
        getStyleClass().add("text-page");
        var note =
                new Label(
                        content.complete()
                                ? texts.get("text.note", file)
                                : texts.get("text.note.part", file));
        note.getStyleClass().add("text-note");
        note.setWrapText(true);
        var area = new TextArea(content.text());
        area.setEditable(false);
        area.getStyleClass().add("text-area-plain");
        VBox.setVgrow(area, Priority.ALWAYS);
        getChildren().addAll(note, area);
    }
}
