package org.cellist.app.export;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.Cell.RawCell;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutput.Unknown;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.MimeBundle;

/// Writes a notebook as Markdown: code in fences, text outputs indented, pictures as files.
///
/// Thread-safe.
public final class MarkdownExporter {

    private static final Map<String, String> PICTURES =
            Map.of(
                    "image/png", "png",
                    "image/jpeg", "jpg",
                    "image/gif", "gif",
                    "image/webp", "webp",
                    "image/svg+xml", "svg");
    private static final List<String> TEXTS =
            List.of("text/markdown", "text/latex", "text/html", "text/plain");
    private static final Pattern ATTACHMENT = Pattern.compile("\\(attachment:([^)\\s]+)");

    /// Returns the Markdown and its pictures.
    ///
    /// @param filesFolder the folder of the pictures beside the text, such as `tour_files`
    public Exported export(Notebook notebook, String filesFolder) {
        return new Run(NotebookLanguage.of(notebook), LinkText.of(filesFolder)).of(notebook);
    }

    /// One export: the text so far and the pictures so far.
    private static final class Run {

        private final NotebookLanguage language;
        private final String filesFolder; // as a link has it
        private final StringBuilder text = new StringBuilder();
        private final Map<String, byte[]> files = new LinkedHashMap<>();

        Run(NotebookLanguage language, String filesFolder) {
            this.language = language;
            this.filesFolder = filesFolder;
        }

        Exported of(Notebook notebook) {
            for (var cell : notebook.cells()) {
                append(cell);
            }
            return new Exported(text.toString(), files);
        }

        private void append(Cell cell) {
            switch (cell) {
                case MarkdownCell markdown -> block(withAttachments(markdown));
                case RawCell raw -> block(raw.source());
                case CodeCell code -> {
                    if (!code.source().isBlank()) {
                        block(fenced(code.source(), language.name()));
                    }
                    code.outputs().items().forEach(this::append);
                }
            }
        }

        private void append(CellOutput output) {
            switch (output) {
                case Text(_, var stream) -> block(indented(ControlText.plain(stream.text())));
                case Rich rich -> appendRich(rich.data());
                case Failed failed ->
                        block(indented(ControlText.plain(String.join("\n", failed.traceback()))));
                case Unknown _ -> {}
            }
        }

        private void appendRich(MimeBundle data) {
            for (var mimeType : data.data().keySet()) {
                var extension = PICTURES.get(mimeType);
                if (extension != null) {
                    var name = "output_" + (files.size() + 1) + "." + extension;
                    if (keepPicture(name, mimeType, data.text(mimeType).orElse(""))) {
                        block("![output](" + filesFolder + "/" + name + ")");
                        return;
                    }
                }
            }
            for (var mimeType : TEXTS) {
                var value = data.text(mimeType);
                if (value.isPresent()) {
                    boolean plain = mimeType.equals("text/plain");
                    block(plain ? indented(ControlText.plain(value.get())) : value.get());
                    return;
                }
            }
        }

        private boolean keepPicture(String name, String mimeType, String content) {
            try {
                files.put(
                        name,
                        mimeType.equals("image/svg+xml")
                                ? content.getBytes(StandardCharsets.UTF_8)
                                : Base64.getMimeDecoder().decode(content));
                return true;
            } catch (IllegalArgumentException _) {
                // Not base64: the picture is broken, and another form of the value is shown.
                return false;
            }
        }

        /// Gives each attachment a name of our own: its key is the notebook's text, never a path.
        private String withAttachments(MarkdownCell cell) {
            return ATTACHMENT
                    .matcher(cell.source())
                    .replaceAll(
                            match -> {
                                var bundle = cell.attachments().get(match.group(1));
                                var name = bundle == null ? "" : attachment(bundle);
                                return Matcher.quoteReplacement(
                                        name.isEmpty()
                                                ? match.group()
                                                : "(" + filesFolder + "/" + name);
                            });
        }

        private String attachment(MimeBundle bundle) {
            for (var mimeType : bundle.data().keySet()) {
                var extension = PICTURES.get(mimeType);
                var name = "attachment_" + (files.size() + 1) + "." + extension;
                if (extension != null
                        && keepPicture(name, mimeType, bundle.text(mimeType).orElse(""))) {
                    return name;
                }
            }
            return "";
        }

        private void block(String content) {
            if (!text.isEmpty()) {
                text.append('\n');
            }
            text.append(content);
            if (!content.endsWith("\n")) {
                text.append('\n');
            }
        }
    }

    private static String indented(String content) {
        return content.stripTrailing().indent(4);
    }

    /// Fences with more backticks than the longest run inside.
    private static String fenced(String code, String language) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < code.length(); i++) {
            run = code.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        var fence = "`".repeat(longest + 1);
        return fence + language + "\n" + code.stripTrailing() + "\n" + fence;
    }
}
