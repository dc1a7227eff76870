package org.cellist.app.ui.notebook.language;

import org.cellist.app.language.LanguageState;
import org.cellist.app.language.Problem;
import org.cellist.app.language.Renaming;
import org.cellist.app.text.Texts;

/// What a page says of its language server.
///
/// Immutable.
final class LanguageWords {

    /// What is offered where there is none: it brings all that it needs.
    private static final String INSTALL = "%pip install basedpyright";

    private final Texts texts = Texts.of("language");

    /// Returns why nobody can be asked.
    String lack(LanguageState state) {
        return switch (state) {
            case LanguageState.Unused _ -> texts.get("lack.unused");
            case LanguageState.Missing _ -> texts.get("lack.missing", INSTALL);
            case LanguageState.ConsentNeeded _ -> texts.get("lack.consent");
            case LanguageState.Starting _ -> texts.get("lack.starting");
            case LanguageState.Off off -> off(off);
            case LanguageState.Ready _ -> late();
        };
    }

    String off(LanguageState.Off off) {
        return texts.get("lack.off", off.name(), off.why());
    }

    String late() {
        return texts.get("lack.late");
    }

    String refused(String why) {
        return texts.get("refused", why);
    }

    String unknown(String name) {
        return name.isEmpty()
                ? texts.get("definition.none")
                : texts.get("definition.unknown", name);
    }

    String nothingToRename() {
        return texts.get("rename.nothing");
    }

    String noName(String text) {
        return texts.get("rename.invalid", text);
    }

    String renamed(Renaming renaming, String before, String after) {
        return switch (renaming) {
            case Renaming.Possible(_, int places) ->
                    texts.get("rename.done", before, after, places);
            case Renaming.Elsewhere(var file) ->
                    texts.get("rename.elsewhere", before, file.toString());
            case Renaming.DefinedElsewhere(var file, int line) ->
                    texts.get("rename.defined", before, file.toString(), line);
            case Renaming.NothingThere _ -> nothingToRename();
            case Renaming.Outdated _ -> texts.get("rename.outdated");
            case Renaming.Unclear _ -> texts.get("rename.unclear");
        };
    }

    String noProblems() {
        return texts.get("problem.none");
    }

    String problem(int number, int all, Problem problem) {
        return texts.get("problem.at", number, all, problem.message());
    }

    /// Returns a problem as it stands over the code.
    String told(Problem problem) {
        var rule = problem.code() == null ? "" : "  (" + problem.code() + ")";
        var kind =
                switch (problem.severity()) {
                    case ERROR -> texts.get("severity.error", problem.message());
                    case WARNING -> texts.get("severity.warning", problem.message());
                    case INFORMATION -> problem.message();
                };
        return kind + rule;
    }
}
