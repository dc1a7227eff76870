package org.cellist.app.ui.workbench.variables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.cellist.app.ui.theme.Theme;
import org.cellist.app.ui.workbench.FakeDocument;
import org.cellist.app.ui.workbench.WorkbenchSheets;
import org.cellist.app.ui.workbench.port.KernelVariables.Answer;
import org.cellist.app.variables.TableKind;
import org.cellist.app.variables.Variable;
import org.cellist.app.variables.VariableList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Who has the keys when the kernel's answer comes.
@Tag("ui")
@ExtendWith(FxExtension.class)
class VariablesUiTest {

    private final FakeDocument document = new FakeDocument(null);
    private final VariablesViewModel model = new VariablesViewModel();
    private final VBox elsewhere = new VBox();
    private final VBox holder = new VBox();

    @Test
    void aPaneThatWasEnteredBeforeTheAnswerCameGivesTheKeysToTheFirstVariable(Fx fx) {
        show(fx);
        fx.run(holder::requestFocus);

        fx.run(this::answer);

        var list = assertInstanceOf(ListView.class, fx.call(this::owner));
        assertEquals(0, (int) fx.call(() -> list.getSelectionModel().getSelectedIndex()));
    }

    @Test
    void whoHasTheKeysElsewhereKeepsThem(Fx fx) {
        show(fx);
        fx.run(elsewhere::requestFocus);

        fx.run(this::answer);

        assertEquals(elsewhere, fx.call(this::owner));
    }

    private void show(Fx fx) {
        var root =
                fx.prepare(
                        () -> {
                            holder.getChildren().add(new VariablesView(model, _ -> {}));
                            return new VBox(holder, elsewhere);
                        });
        fx.show(root, 400, 500, Theme.LIGHT, WorkbenchSheets.ALL.toArray(String[]::new));
        fx.run(
                () -> {
                    document.set(document.with(new RuntimeState.Idle("Python")));
                    model.follow(document);
                    model.refresh();
                });
    }

    private Node owner() {
        return Objects.requireNonNull(holder.getScene().getFocusOwner());
    }

    private void answer() {
        document.variables.answer(new Answer.Listed(new VariableList(List.of(number("a")), 0)));
    }

    private static Variable number(String name) {
        return new Variable(
                name, "int", "builtins", List.of(), null, 28, null, null, TableKind.NONE);
    }
}
