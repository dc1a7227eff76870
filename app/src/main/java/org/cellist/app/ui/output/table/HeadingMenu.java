package org.cellist.app.ui.output.table;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.table.ColumnValues.Kind;
import org.cellist.app.ui.output.table.Condition.Test;

/// What can be done by a column: sorting, and conditions on its values.
///
/// Confined to the JavaFX Application Thread.
final class HeadingMenu {

    private final Texts texts = Texts.of("output");
    private final ArrangedRows rows;
    private final Consumer<Arrangement> arranges;

    HeadingMenu(ArrangedRows rows, Consumer<Arrangement> arranges) {
        this.rows = rows;
        this.arranges = arranges;
    }

    MenuItem[] items(int column, Arrangement now) {
        var items = new ArrayList<MenuItem>();
        items.add(item("sort.ascending", now.sortedBy(column, true)));
        items.add(item("sort.descending", now.sortedBy(column, false)));
        var unsorted = item("sort.none", now.unsorted());
        unsorted.setDisable(!now.isSorted());
        items.add(unsorted);
        items.add(new SeparatorMenuItem());
        for (var test : tests(rows.values(column).kind())) {
            var question = texts.get("test." + test.key());
            var words =
                    test.hasOperand()
                            ? texts.get("rowsWhereAsk", question)
                            : texts.get("rowsWhere", question);
            items.add(
                    item(words, () -> arranges.accept(now.with(new Condition(column, test, "")))));
        }
        return items.toArray(MenuItem[]::new);
    }

    /// What is asked most comes first.
    private static List<Test> tests(Kind kind) {
        return switch (kind) {
            case NUMBER, TIME ->
                    List.of(
                            Test.GREATER,
                            Test.LESS,
                            Test.EQUAL,
                            Test.CONTAINS,
                            Test.EMPTY,
                            Test.FILLED);
            case WORDS ->
                    List.of(
                            Test.CONTAINS,
                            Test.EQUAL,
                            Test.GREATER,
                            Test.LESS,
                            Test.EMPTY,
                            Test.FILLED);
        };
    }

    private MenuItem item(String key, Arrangement wanted) {
        return item(texts.get(key), () -> arranges.accept(wanted));
    }

    private static MenuItem item(String words, Runnable action) {
        var item = new MenuItem(words);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
