package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.theme.Icons;
import org.kordamp.ikonli.feather.Feather;

/// The line above a table that is arranged: words that rows have to contain, conditions on
/// columns, how many rows are left, and the way back to the table as it came.
///
/// Confined to the JavaFX Application Thread.
final class TableBar extends FlowPane {

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final Texts texts = Texts.of("output");
    private final DataGrid grid;
    private final ArrangedRows rows;
    private final Consumer<Arrangement> arranges;
    private final TextField words = new TextField();
    private final Label count = new Label();
    private final Button close = new Button("", Icons.of(Feather.X, Icons.SMALL));
    private final List<Chip> chips = new ArrayList<>();

    /// @param arranges takes what a person wants
    /// @param closes is called when the table is wanted as it came
    TableBar(DataGrid grid, ArrangedRows rows, Consumer<Arrangement> arranges, Runnable closes) {
        this.grid = grid;
        this.rows = rows;
        this.arranges = arranges;
        getStyleClass().add("table-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.getStyleClass().add("table-words");
        words.setPromptText(texts.get("table.words"));
        words.setAccessibleText(texts.get("table.words"));
        words.textProperty()
                .addListener((_, _, now) -> arranges.accept(rows.arrangement().withWords(now)));
        count.getStyleClass().add("table-count");
        close.getStyleClass().setAll("table-bar-button");
        close.setAccessibleText(texts.get("table.asItCame"));
        close.setTooltip(new Tooltip(texts.get("table.asItCame")));
        close.setOnAction(_ -> closes.run());
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        closes.run();
                        event.consume();
                    }
                });
    }

    /// Gives the keys to the words, or to the condition that was added last.
    void enter() {
        var last = chips.isEmpty() ? words : chips.getLast().operand;
        (last.isVisible() ? last : words).requestFocus();
    }

    /// Shows what the rows are arranged by. Fields that are written in stay.
    void show() {
        var now = rows.arrangement();
        if (!now.words().equals(words.getText())) {
            words.setText(now.words());
        }
        boolean isSame =
                chips.size() == now.conditions().size()
                        && chips.stream().allMatch(chip -> chip.isFor(now));
        if (!isSame) {
            chips.clear();
            for (int i = 0; i < now.conditions().size(); i++) {
                chips.add(new Chip(i, now.conditions().get(i)));
            }
        }
        chips.forEach(chip -> chip.show(now.conditions().get(chip.index)));
        count.setText(counted(now));
        var wanted = new ArrayList<Node>();
        wanted.add(words);
        wanted.addAll(chips);
        wanted.add(count);
        wanted.add(close);
        if (!wanted.equals(getChildren())) {
            getChildren().setAll(wanted);
        }
    }

    private String counted(Arrangement now) {
        var counted =
                rows.count() == rows.total()
                        ? texts.get("table.rows", rows.total())
                        : texts.get("table.someRows", rows.count(), rows.total());
        return now.isSorted() ? texts.get("table.sortedBy", counted, name(now.sorted())) : counted;
    }

    private String name(int column) {
        var names = grid.namesOf(column);
        return names.isEmpty() ? texts.get("table.index") : String.join(" / ", names);
    }

    /// One condition with a field for what is compared with, and a way to take it out.
    private final class Chip extends HBox {

        private final int index;
        private final int column;
        private final Condition.Test test;
        private final TextField operand = new TextField();

        Chip(int index, Condition condition) {
            this.index = index;
            this.column = condition.column();
            this.test = condition.test();
            getStyleClass().add("table-chip");
            setAlignment(Pos.CENTER_LEFT);
            var label =
                    new Label(
                            texts.get(
                                    "table.condition",
                                    name(column),
                                    texts.get("test." + test.key())));
            label.setMinWidth(Region.USE_PREF_SIZE);
            operand.getStyleClass().add("table-operand");
            operand.setAccessibleText(label.getText());
            operand.setVisible(test.hasOperand());
            operand.managedProperty().bind(operand.visibleProperty());
            operand.setText(condition.operand());
            operand.textProperty().addListener((_, _, now) -> changed(now));
            var remove = new Button("", Icons.of(Feather.X, Icons.SMALL));
            remove.getStyleClass().setAll("table-bar-button");
            remove.setAccessibleText(texts.get("table.remove"));
            remove.setOnAction(_ -> arranges.accept(rows.arrangement().without(index)));
            getChildren().addAll(label, operand, remove);
        }

        boolean isFor(Arrangement now) {
            var condition = now.conditions().get(index);
            return condition.column() == column && condition.test() == test;
        }

        void show(Condition condition) {
            if (!condition.operand().equals(operand.getText())) {
                operand.setText(condition.operand());
            }
            boolean isFaulty = !condition.isReadable(rows.values(column));
            operand.pseudoClassStateChanged(FAULTY, isFaulty);
            operand.setTooltip(isFaulty ? new Tooltip(texts.get("table.notOfKind")) : null);
        }

        private void changed(String now) {
            var before = rows.arrangement();
            var condition = before.conditions().get(index);
            if (!condition.operand().equals(now)) {
                arranges.accept(before.withChanged(index, condition.withOperand(now)));
            }
        }
    }
}
