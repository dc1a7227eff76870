package org.cellist.app.ui.cell.markdown;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.editor.TextCommand;
import org.cellist.app.ui.keys.Keymap;
import org.cellist.app.ui.page.PageCommand;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The line of buttons above the source of a Markdown cell.
///
/// Confined to the JavaFX Application Thread.
public final class TextTools extends HBox {

    /// How high it is, in pixels.
    public static final double HEIGHT = 32;

    private final ObservableValue<Keymap> keymap;
    private final Consumer<TextCommand> editor;

    /// @param keymap for tooltips
    /// @param editor does what a button says
    public TextTools(ObservableValue<Keymap> keymap, Consumer<TextCommand> editor) {
        this.keymap = keymap;
        this.editor = editor;
        getStyleClass().add("text-tools");
        add(PageCommand.MARKDOWN_HEADING, TextCommand.HEADING, letter("H"));
        add(PageCommand.MARKDOWN_BOLD, TextCommand.BOLD, icon(Feather.BOLD));
        add(PageCommand.MARKDOWN_ITALIC, TextCommand.ITALIC, icon(Feather.ITALIC));
        add(PageCommand.MARKDOWN_CODE, TextCommand.CODE, icon(Feather.CODE));
        add(PageCommand.MARKDOWN_MATHS, TextCommand.MATHS, letter("∑"));
        addGap();
        add(PageCommand.MARKDOWN_LINK, TextCommand.LINK, icon(Feather.LINK_2));
        add(PageCommand.MARKDOWN_IMAGE, TextCommand.IMAGE, icon(Feather.IMAGE));
        addGap();
        add(PageCommand.MARKDOWN_BULLETS, TextCommand.BULLETS, icon(Feather.LIST));
        add(PageCommand.MARKDOWN_NUMBERS, TextCommand.NUMBERS, letter("1."));
        add(PageCommand.MARKDOWN_QUOTATION, TextCommand.QUOTATION, letter("❞"));
        add(PageCommand.MARKDOWN_TABLE, TextCommand.TABLE, icon(Feather.GRID));
    }

    private static Node icon(Feather icon) {
        return Icons.of(icon, Icons.SMALL + 1);
    }

    private static Node letter(String letter) {
        var shown = new Text(letter);
        shown.getStyleClass().addAll("icon", "text-tool-letter");
        return shown;
    }

    private void addGap() {
        var gap = new Region();
        gap.getStyleClass().add("text-tool-gap");
        getChildren().add(gap);
    }

    private void add(PageCommand command, TextCommand change, Node picture) {
        var words = Texts.of("workbench").get("command." + command.id());
        var button = new Button();
        button.setGraphic(picture);
        button.getStyleClass().setAll("text-tool");
        button.setFocusTraversable(false);
        button.setAccessibleText(words);
        var tooltip = new Tooltip(words);
        tooltip.setOnShowing(_ -> tooltip.setText(withKeys(words, command)));
        button.setTooltip(tooltip);
        button.setOnAction(_ -> editor.accept(change));
        getChildren().add(button);
    }

    private String withKeys(String words, PageCommand command) {
        return (words + "  " + keymap.getValue().shownKeys(command.id())).strip();
    }
}
