package org.cellist.app.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.cellist.app.export.ControlText;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutput.Unknown;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;

/// Prints outputs as text.
///
/// On a terminal they appear as they come, with their colours. Elsewhere, in a pipe or a file,
/// they are printed when their cell has ended, as plain text: what a carriage return or
/// `clear_output` took back is not there.
///
/// Confined to one thread at a time.
final class OutputPrinter {

    private static final List<String> FORMS =
            List.of("text/plain", "text/markdown", "text/latex", "text/html");
    private static final int COMPARED = 64;

    /// Prints nothing.
    static final OutputPrinter NONE =
            new OutputPrinter(new PrintWriter(Writer.nullWriter()), false);

    private final PrintWriter out;
    private final boolean isTerminal;
    private int whole;
    private long part;
    private String lastPrinted = "";
    private boolean isLineOpen;

    OutputPrinter(PrintWriter out, boolean isTerminal) {
        this.out = out;
        this.isTerminal = isTerminal;
    }

    /// Takes what the running cell has shown so far.
    void follow(List<CellOutput> outputs) {
        if (isTerminal) {
            print(outputs);
            out.flush();
        }
    }

    /// Takes all that the cell has shown; what comes next is another cell's.
    void end(List<CellOutput> outputs) {
        print(outputs);
        whole = 0;
        startText();
        endLine();
        out.flush();
    }

    private void print(List<CellOutput> outputs) {
        if (outputs.size() < whole) {
            whole = 0;
            startText();
        }
        for (int i = whole; i < outputs.size(); i++) {
            if (outputs.get(i) instanceof Text(_, var text)) {
                printNew(text);
                if (i == outputs.size() - 1) {
                    return; // it may grow
                }
            } else {
                printWhole(outputs.get(i));
            }
            whole = i + 1;
            startText();
        }
    }

    private void startText() {
        part = 0;
        lastPrinted = "";
    }

    private void printNew(StreamText text) {
        if (!isTerminal) {
            write(ControlText.plain(text.text()));
            return;
        }
        if (!goesOn(text)) {
            endLine();
            startText();
        }
        write(text.from(part));
        part = text.length();
        lastPrinted = text.tail(COMPARED);
    }

    /// Returns whether the text begins with what was printed of it, as far as its last characters
    /// tell: the text may have been cleared and be another one.
    private boolean goesOn(StreamText text) {
        long compared = part - lastPrinted.length();
        return text.length() >= part
                && compared >= 0
                && text.from(compared).startsWith(lastPrinted);
    }

    private void printWhole(CellOutput output) {
        switch (output) {
            case Rich rich -> println(form(rich.data()));
            case Failed(var name, var value, var traceback) ->
                    println(
                            traceback.isEmpty()
                                    ? name + ": " + value
                                    : String.join("\n", traceback));
            case Text(_, var text) -> println(text.text());
            case Unknown _ -> {}
        }
    }

    private static String form(MimeBundle data) {
        return FORMS.stream()
                .flatMap(type -> data.text(type).stream())
                .findFirst()
                .orElseGet(() -> data.data().keySet().toString());
    }

    private void println(String text) {
        endLine();
        write(isTerminal ? text : ControlText.plain(text));
        endLine();
    }

    private void write(String text) {
        if (!text.isEmpty()) {
            out.print(text);
            isLineOpen = !text.endsWith("\n");
        }
    }

    private void endLine() {
        if (isLineOpen) {
            out.println();
            isLineOpen = false;
        }
    }
}
