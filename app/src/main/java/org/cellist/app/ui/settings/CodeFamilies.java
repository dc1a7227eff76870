package org.cellist.app.ui.settings;

import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.text.Font;
import org.cellist.app.ui.theme.CodeType;
import org.cellist.app.ui.theme.Fonts;

/// Finds the families of this machine whose letters all have one width.
///
/// To ask each family means to open its files, which takes from a quarter of a second to some
/// seconds: it is done when somebody looks at the settings, and beside the window.
///
/// Immutable.
record CodeFamilies(Executor background, Executor fx) {

    /// @param found is told their names, in order, without the program's own
    void find(Consumer<List<String>> found) {
        background.execute(
                () -> {
                    var names = all();
                    fx.execute(() -> found.accept(names));
                });
    }

    private static List<String> all() {
        return Font.getFamilies().stream()
                .filter(name -> !name.equals(Fonts.CODE))
                .filter(CodeType::isMonospaced)
                .sorted(String.CASE_INSENSITIVE_ORDER)
                .toList();
    }
}
