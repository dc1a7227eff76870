package org.cellist.app.ui.workbench;

import java.util.List;
import org.cellist.app.ui.runtime.RuntimeChip;
import org.cellist.app.ui.settings.SettingsSheet;
import org.cellist.app.ui.sheet.Sheet;
import org.cellist.app.ui.theme.StyleSheets;

/// The style sheets of the window around the notebook. Immutable.
public final class WorkbenchSheets {

    /// In the order in which they are laid over each other.
    public static final List<String> ALL =
            List.of(
                    StyleSheets.in(Sheet.class, "sheet.css"),
                    StyleSheets.in(RuntimeChip.class, "runtime.css"),
                    StyleSheets.in(SettingsSheet.class, "settings.css"),
                    StyleSheets.in(WorkbenchView.class, "workbench.css"),
                    StyleSheets.in(WorkbenchView.class, "commands.css"),
                    StyleSheets.in(WorkbenchView.class, "history.css"));

    private WorkbenchSheets() {}
}
