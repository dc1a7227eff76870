package org.cellist.app.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.cellist.app.export.markdown.Dialect;
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
import org.cellist.kernel.protocol.StreamName;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/// Writes a notebook as a web page of one file that asks for nothing: no script, no request.
///
/// All HTML, that of outputs and that of Markdown, passes [HtmlSanitizer]; SVG becomes the
/// source of an `img`, where browsers run no script. A content security policy is the second
/// wall. Formulas are shown as their source: a browser without scripts sets none.
///
/// Thread-safe.
public final class HtmlExporter {

    private static final List<String> PICTURES =
            List.of("image/png", "image/jpeg", "image/gif", "image/webp");
    private static final Pattern DOLLARS = Pattern.compile("^\\$+|\\$+$");
    private static final Pattern NOTE = Pattern.compile("(id=\"|href=\"#)(fn(?:ref)?-)");

    private final Parser parser = Parser.builder().extensions(Dialect.EXTENSIONS).build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().extensions(Dialect.EXTENSIONS).build();

    /// Returns the page.
    ///
    /// @param title the page's title, usually the file's name
    public String export(Notebook notebook, String title) {
        var page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n")
                .append(
                        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("img-src data:; style-src 'unsafe-inline'\">\n<title>")
                .append(HtmlText.escaped(title))
                .append("</title>\n<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<main>\n");
        notebook.cells().forEach(cell -> append(page, cell));
        return page.append("</main>\n</body>\n</html>\n").toString();
    }

    private void append(StringBuilder page, Cell cell) {
        switch (cell) {
            case MarkdownCell markdown ->
                    page.append("<section class=\"text\">\n")
                            .append(markdown(markdown.source(), markdown.attachments()))
                            .append("</section>\n");
            case RawCell raw ->
                    page.append("<section class=\"raw\"><pre>")
                            .append(HtmlText.escaped(raw.source()))
                            .append("</pre></section>\n");
            case CodeCell code -> {
                var count = code.executionCount();
                page.append("<section class=\"code\">\n<div class=\"count\">[")
                        .append(count == null ? " " : count.toString())
                        .append("]</div>\n<pre class=\"source\">")
                        .append(HtmlText.escaped(code.source()))
                        .append("</pre>\n");
                code.outputs().items().forEach(output -> append(page, output));
                page.append("</section>\n");
            }
        }
    }

    private void append(StringBuilder page, CellOutput output) {
        switch (output) {
            case Text(var name, var text) ->
                    pre(page, name.equals(StreamName.STDERR) ? "stderr" : "stdout", text.text());
            case Failed failed -> pre(page, "error", String.join("\n", failed.traceback()));
            case Rich rich -> appendRich(page, rich.data());
            case Unknown _ -> {}
        }
    }

    private void appendRich(StringBuilder page, MimeBundle data) {
        page.append("<div class=\"output\">");
        var html = data.text("text/html");
        var picture = picture(data);
        var markdown = data.text("text/markdown");
        var latex = data.text("text/latex");
        if (html.isPresent()) {
            page.append(HtmlSanitizer.sanitized(html.get()));
        } else if (!picture.isEmpty()) {
            page.append("<img alt=\"\" src=\"").append(picture).append("\">");
        } else if (markdown.isPresent()) {
            page.append(markdown(markdown.get(), Map.of()));
        } else if (latex.isPresent()) {
            page.append(TexSpans.span(DOLLARS.matcher(latex.get().strip()).replaceAll(""), true));
        } else {
            var text = data.text("text/plain").orElse("");
            page.append("<pre>").append(HtmlText.escaped(ControlText.plain(text))).append("</pre>");
        }
        page.append("</div>\n");
    }

    /// Returns the `data:` address of a bundle's picture, or an empty text.
    private static String picture(MimeBundle data) {
        for (var mimeType : PICTURES) {
            var base64 = data.text(mimeType).orElse("").replaceAll("\\s", "");
            if (!base64.isEmpty() && base64.matches("[A-Za-z0-9+/=]+")) {
                return "data:" + mimeType + ";base64," + base64;
            }
        }
        return data.text("image/svg+xml")
                .map(svg -> svg.getBytes(StandardCharsets.UTF_8))
                .map(svg -> "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg))
                .orElse("");
    }

    private String markdown(String source, Map<String, MimeBundle> attachments) {
        var withPictures = source;
        for (var attachment : attachments.entrySet()) {
            var address = picture(attachment.getValue());
            if (!address.isEmpty()) {
                withPictures = withPictures.replace("attachment:" + attachment.getKey(), address);
            }
        }
        var formulas = TexSpans.in(withPictures);
        var rendered = renderer.render(parser.parse(formulas.text()));
        var html = HtmlSanitizer.sanitized(withOwnNotes(rendered, source));
        return formulas.putBack(html);
    }

    /// Every cell has a first footnote; a page has one name for each.
    private static String withOwnNotes(String html, String source) {
        var own = Integer.toHexString(source.hashCode());
        return NOTE.matcher(html).replaceAll("$1$2" + own + "-");
    }

    private static void pre(StringBuilder page, String kind, String text) {
        page.append("<pre class=\"")
                .append(kind)
                .append("\">")
                .append(HtmlText.escaped(ControlText.plain(text)))
                .append("</pre>\n");
    }

    private static String style() {
        try (var in = HtmlExporter.class.getResourceAsStream("page.css")) {
            if (in == null) {
                throw new IllegalStateException("page.css is missing from the application");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
