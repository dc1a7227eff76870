package org.cellist.app.ui.notebook;

import java.net.URI;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.cellist.app.ui.cell.markdown.TextChoices;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.notebook.metadata.MetadataDrafts;
import org.cellist.app.ui.output.port.OutputKit;
import org.cellist.app.ui.output.port.RemotePictures;
import org.cellist.app.ui.page.PageSize;

/// What all pages of a window share. Immutable.
///
/// @param highlighter colours sources
/// @param outputs decodes pictures and sets formulas
/// @param browser opens a page in the system's browser
/// @param pictures fetches pictures that a person asked for
/// @param lineNumbers whether editors show the numbers of lines
/// @param suggestsUnasked whether completions come while somebody types
/// @param vim what editors share for Vim's keys
/// @param texts how Markdown is written
/// @param clipboard the cells that were copied last, in whatever notebook
/// @param size how large and wide pages are shown
/// @param drafts what was typed as metadata and not yet applied
public record PageServices(
        CodeHighlighter highlighter,
        OutputKit outputs,
        Consumer<URI> browser,
        RemotePictures pictures,
        ObservableValue<Boolean> lineNumbers,
        ObservableValue<Boolean> suggestsUnasked,
        VimDesk vim,
        TextChoices texts,
        CellClipboard clipboard,
        PageSize size,
        MetadataDrafts drafts) {}
