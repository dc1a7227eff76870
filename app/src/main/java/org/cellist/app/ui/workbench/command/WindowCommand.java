package org.cellist.app.ui.workbench.command;

/// What a person can ask of the window. Immutable.
///
/// The name of each is `command.` and its id in the texts, and its id in maps of keys.
public enum WindowCommand {
    PALETTE("palette"),
    NEW("file.new"),
    OPEN("file.open"),
    SAVE("file.save"),
    SAVE_AS("file.saveas"),
    CLOSE_TAB("tab.close"),
    CLOSE_WINDOW("file.window.close"),
    /// Closes all windows.
    QUIT("file.quit"),
    NEXT_TAB("tab.next"),
    PREVIOUS_TAB("tab.previous"),
    /// Puts the tab in front one place to the left.
    TAB_LEFT("tab.left"),
    TAB_RIGHT("tab.right"),
    /// Moves the tab in front to a window of its own.
    TAB_WINDOW("tab.window"),
    /// Shows the page in front a second time, beside itself.
    SPLIT_RIGHT("split.right"),
    /// Shows it a second time below itself.
    SPLIT_DOWN("split.down"),
    /// Puts the tabs of the part that has the keys into the part before it.
    CLOSE_SPLIT("split.close"),
    /// Gives the keys to the next part of the window: the pane at the left, a page, scratch.
    NEXT_PART("split.next"),
    PREVIOUS_PART("split.previous"),
    /// Gives the keys to the tool bar, and from there to the next row of buttons.
    BARS("view.bars"),
    /// Moves the tab in front to the next part of the window.
    MOVE_TAB("split.move"),
    SEARCH_FOLDER("find.folder"),
    INSERT_SNIPPET("snippet.insert"),
    SAVE_SNIPPET("snippet.save"),
    /// Shows the folder of a person's snippets in the system's file manager.
    SNIPPET_FOLDER("snippet.folder"),
    /// Opens the pane of what is tried out beside the notebook and goes there; closes it from
    // there.
    SCRATCH("scratch.open"),
    SCRATCH_CLOSE("scratch.close"),
    /// Makes cells of the notebook of the code that is selected in the pane.
    SCRATCH_INSERT("scratch.insert"),
    /// Copies the code that is selected in the notebook into the pane.
    SCRATCH_COPY("scratch.copy"),
    SCRATCH_CLEAR("scratch.clear"),
    /// Opens the pane of terminals and goes there; closes it from there.
    TERMINAL("terminal.open"),
    NEW_TERMINAL("terminal.new"),
    CLOSE_TERMINAL("terminal.close"),
    NEXT_TERMINAL("terminal.next"),
    PREVIOUS_TERMINAL("terminal.previous"),
    CHOOSE_RUNTIME("kernel.choose"),
    /// Makes a Python environment for the notebook.
    NEW_ENVIRONMENT("kernel.environment"),
    BACK_UP_ENVIRONMENT("kernel.environment.backup"),
    RESTORE_ENVIRONMENT("kernel.environment.restore"),
    RESTART("kernel.restart"),
    /// Tries at once to reach a kernel whose connection is broken.
    CONNECT_NOW("kernel.connect"),
    RESTART_AND_RUN_ALL("kernel.restart.run"),
    /// Restarts the kernel, after asking, for the memory that it has on GPUs.
    FREE_GPU("kernel.gpu.free"),
    SETTINGS("view.settings"),
    KEYS("view.keys"),
    HISTORY("view.history"),
    GO_TO_CELL("view.cell"),
    /// Goes to where the person jumped from last.
    GO_BACK("go.back"),
    /// Goes to where the person came back from.
    GO_FORWARD("go.forward"),
    /// Lists the sections beside the one that is read.
    SECTIONS("view.sections"),
    SIDE_PANE("view.side"),
    FILES("view.files"),
    CONTENTS("view.contents"),
    VARIABLES("view.variables"),
    KERNELS("view.kernels"),
    RESOURCES("view.resources"),
    LINE_NUMBERS("view.lines"),
    /// Gives the texts of cells Vim's keys, or takes them away.
    VIM_KEYS("view.vim"),
    ZOOM_IN("view.zoom.in"),
    ZOOM_OUT("view.zoom.out"),
    ZOOM_RESET("view.zoom.reset"),
    THEME("view.theme"),
    PAGE_WIDTH("view.width"),
    CODE_LARGER("view.code.larger"),
    CODE_SMALLER("view.code.smaller"),
    TEXT_LARGER("view.text.larger"),
    TEXT_SMALLER("view.text.smaller"),
    LINES_APART("view.lines.apart"),
    LINES_CLOSER("view.lines.closer"),
    /// Gives letters the family and the sizes that they have before anything is chosen.
    TYPE_RESET("view.type.reset"),
    /// Moves the line that shows how long lines of code may be.
    RULER("view.ruler"),
    FULL_SCREEN("view.fullscreen");

    private final String id;

    WindowCommand(String id) {
        this.id = id;
    }

    /// Returns its name in texts and maps of keys, which never changes.
    public String id() {
        return id;
    }
}
