/// What a language server knows about the code of a notebook: problems, definitions, names.
///
/// Start at [NotebookLanguage], which keeps one server for one notebook. [VirtualDocument] shows
/// all code cells to it as one program, and translates places both ways. [ServerRun] is one server
/// from its start to its end; [OpenServers] has those that scripts share. See
/// docs/decisions/0082. [NotebookLanguage] is confined to the notebook's owner; the talk with a
/// server happens on virtual threads.
@NullMarked
package org.cellist.app.language;

import org.jspecify.annotations.NullMarked;
