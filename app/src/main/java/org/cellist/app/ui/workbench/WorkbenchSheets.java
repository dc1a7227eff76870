package org.cellist.app.ui.workbench;

import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.ui.cell.CellSheets;
import org.cellist.app.ui.editor.CodeEditor;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.notebook.NotebookSheet;
import org.cellist.app.ui.output.OutputSheets;
import org.cellist.app.ui.runtime.RuntimeChip;
import org.cellist.app.ui.runtime.environment.NewEnvironmentSheet;
import org.cellist.app.ui.settings.SettingsSheet;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.theme.StyleSheets;

/// The style sheets of the window and of all that it shows. Immutable.
public final class WorkbenchSheets {

    /// In the order in which they are laid over each other.
    public static final List<String> ALL =
            Stream.of(
                            List.of(
                                    StyleSheets.in(Sheet.class, "sheet.css"),
                                    StyleSheets.in(RuntimeChip.class, "runtime.css"),
                                    StyleSheets.in(NewEnvironmentSheet.class, "environment.css"),
                                    StyleSheets.in(SettingsSheet.class, "settings.css")),
                            StyleSheets.all(
                                    WorkbenchView.class,
                                    "tabs.css",
                                    "side.css",
                                    "toolbar.css",
                                    "banners.css",
                                    "pages.css",
                                    "status.css",
                                    "search.css",
                                    "snippets.css",
                                    "files.css",
                                    "kernels.css",
                                    "resources.css",
                                    "scratch.css",
                                    "terminals.css",
                                    "commands.css",
                                    "history.css"),
                            List.of(CodeEditor.STYLE_SHEET, AssistLayer.STYLE_SHEET),
                            OutputSheets.addresses(),
                            CellSheets.addresses(),
                            NotebookSheet.addresses())
                    .flatMap(List::stream)
                    .toList();

    private WorkbenchSheets() {}
}
