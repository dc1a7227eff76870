package org.cellist.app.notebook.find;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.CellOutput;

/// The text of an output, as far as a person reads it: without colours and cursor movements.
///
/// Immutable.
public final class OutputText {

    private static final char ESCAPE = '\u001b';

    /// Control sequences, titles and links, and escapes of two characters: ECMA-48, 5.3 to 5.6.
    private static final Pattern ESCAPES =
            Pattern.compile(
                    "\u001b\\[[0-?]*+[ -/]*+[@-~]"
                            + "|\u001b\\][^\u0007\u001b]*+(?:\u0007|\u001b\\\\)?"
                            + "|\u001b[@-Z^-~]");

    /// What is looked at of a value in several representations, the first that there is.
    private static final List<String> TEXTS = List.of("text/plain", "text/markdown", "text/latex");

    private OutputText() {}

    /// Returns the text; empty for what has none.
    public static String of(CellOutput output) {
        return switch (output) {
            case CellOutput.Text(_, var text) -> plain(text.text());
            case CellOutput.Failed(var ename, var evalue, var traceback) ->
                    traceback.isEmpty()
                            ? ename + ": " + evalue
                            : plain(String.join("\n", traceback));
            case CellOutput.Rich rich ->
                    TEXTS.stream()
                            .map(rich.data()::text)
                            .flatMap(Optional::stream)
                            .findFirst()
                            .orElse("");
            case CellOutput.Unknown _ -> "";
        };
    }

    private static String plain(String text) {
        return text.indexOf(ESCAPE) < 0 ? text : ESCAPES.matcher(text).replaceAll("");
    }
}
