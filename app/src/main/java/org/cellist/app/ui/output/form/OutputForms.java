package org.cellist.app.ui.output.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cellist.app.notebook.find.OutputText;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.ui.output.image.BundlePictures;
import org.cellist.app.ui.output.markup.Markup;
import org.cellist.app.ui.output.rich.PlainTables;
import org.cellist.app.ui.output.table.DataGrid;
import org.cellist.app.ui.output.table.DelimitedText;
import org.cellist.kernel.protocol.MimeBundle;

/// Turns outputs into what other programs take. Reading a large table takes time. Immutable.
public final class OutputForms {

    private static final String HTML = "text/html";

    private OutputForms() {}

    /// Returns whether an output is a picture, and nothing that says more.
    public static boolean isPicture(CellOutput output) {
        return output instanceof CellOutput.Rich rich
                && !rich.data().data().containsKey(HTML)
                && BundlePictures.best(rich.data()).isPresent();
    }

    /// Returns an output as text, a table with tabs between its values.
    public static String text(CellOutput output) {
        return output instanceof CellOutput.Rich rich
                ? table(rich.data()).map(DelimitedText::tabs).orElseGet(() -> OutputText.of(output))
                : OutputText.of(output);
    }

    /// Returns an output as HTML, where it has that.
    public static Optional<String> html(CellOutput output) {
        return output instanceof CellOutput.Rich rich ? rich.data().text(HTML) : Optional.empty();
    }

    /// Returns the files that an output can be saved as, the best first.
    public static List<FileForm> files(CellOutput output) {
        var forms = new ArrayList<FileForm>();
        if (output instanceof CellOutput.Rich rich) {
            addRich(forms, rich.data());
        }
        var text = OutputText.of(output);
        if (!text.isEmpty() || forms.isEmpty()) {
            forms.add(of("txt", text));
        }
        return forms;
    }

    private static void addRich(List<FileForm> forms, MimeBundle bundle) {
        table(bundle).ifPresent(grid -> forms.add(of("csv", DelimitedText.commas(grid))));
        for (var type : BundlePictures.MIME_TYPES) {
            BundlePictures.of(bundle, type)
                    .ifPresent(
                            picture -> forms.add(new FileForm(picture.extension(), picture::file)));
        }
        bundle.text(HTML).ifPresent(html -> forms.add(of("html", html)));
        bundle.text("text/markdown").ifPresent(text -> forms.add(of("md", text)));
        bundle.text("text/latex").ifPresent(text -> forms.add(of("tex", text)));
        bundle.data().entrySet().stream()
                .filter(entry -> isJson(entry.getKey()))
                .findFirst()
                .ifPresent(entry -> forms.add(of("json", entry.getValue().toString())));
    }

    private static boolean isJson(String type) {
        return type.equals("application/json") || type.endsWith("+json");
    }

    private static Optional<DataGrid> table(MimeBundle bundle) {
        return bundle.text(HTML)
                .map(Markup::read)
                .filter(Markup.Simple.class::isInstance)
                .flatMap(markup -> PlainTables.only(((Markup.Simple) markup).blocks()));
    }

    private static FileForm of(String extension, String text) {
        return new FileForm(extension, () -> text.getBytes(UTF_8));
    }
}
