package org.cellist.app.bench;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cellist.app.notebook.format.NewNotebook;
import org.cellist.app.notebook.format.NotebookBytes;
import org.cellist.app.notebook.format.NotebookWriter;
import org.cellist.app.notebook.model.Cell;
import org.cellist.app.notebook.model.Cell.CodeCell;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.app.notebook.model.StreamText;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.StreamName;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.cellist.kernel.protocol.json.RawJson;

/// Makes notebooks like real ones of any size: Markdown, code, logs, tables, plots, Hangul.
///
/// The same arguments give the same bytes on every machine.
///
/// Immutable.
///
/// @param cells how many cells, 1 or more
/// @param megabytes about how large the file is, in 10⁶ bytes; what the texts leave is filled
/// with
///     images, and 0 means small images only
/// @param seed of the random numbers
public record NotebookGenerator(int cells, int megabytes, long seed) {

    private static final int MARKDOWN_PERCENT = 30;
    private static final int SMALL_IMAGE_BYTES = 2_000;
    private static final int OVERHEAD_BYTES = 330; // names and indentation around an image

    /// @throws IllegalArgumentException if a number is out of its range
    public NotebookGenerator {
        if (cells < 1 || megabytes < 0) {
            throw new IllegalArgumentException(cells + " cells, " + megabytes + " MB");
        }
    }

    /// Returns the file's content.
    public NotebookBytes bytes() {
        int images = (int) drafts().stream().filter(Draft::hasImage).count();
        long texts = new NotebookWriter().write(notebook(0)).sizeBytes();
        long room = megabytes * 1_000_000L - texts - (long) images * OVERHEAD_BYTES;
        boolean fits = images > 0 && room / images > SMALL_IMAGE_BYTES;
        int imageBytes = fits ? (int) Math.min(room / images * 3 / 4, 1 << 28) : SMALL_IMAGE_BYTES;
        return new NotebookWriter().write(notebook(imageBytes));
    }

    private List<Draft> drafts() {
        var random = new Random(seed);
        var texts = new SampleTexts(random);
        var drafts = new ArrayList<Draft>();
        for (int i = 0; i < cells; i++) {
            drafts.add(draft(i, random, texts));
        }
        return drafts;
    }

    private Draft draft(int index, Random random, SampleTexts texts) {
        var id = new CellId(HexFormat.of().toHexDigits((int) (index * 2_654_435_761L)));
        if (random.nextInt(100) < MARKDOWN_PERCENT) {
            return new Draft(id, texts.markdown(), false, List.of(), false);
        }
        var outputs = new ArrayList<CellOutput>();
        int kind = random.nextInt(10);
        switch (kind) {
            case 0, 1 -> outputs.add(log(texts, 1 + random.nextInt(40)));
            case 2, 3 -> outputs.add(table(texts.table(1 + random.nextInt(20)), index));
            case 4 -> outputs.add(new Failed("KeyError", "'valeu'", texts.traceback()));
            default -> {
                // Nothing, or an image alone.
            }
        }
        return new Draft(id, texts.code(), true, outputs, kind >= 7 || index == cells / 2);
    }

    private static CellOutput log(SampleTexts texts, int lines) {
        return new Text(StreamName.STDOUT, StreamText.of(texts.log(lines)));
    }

    private static CellOutput table(SampleTexts.Table table, int index) {
        var data = new LinkedHashMap<String, RawJson>();
        data.put("text/html", RawJson.ofString(table.html()));
        data.put("text/plain", RawJson.ofString(table.plain()));
        return new Rich(new MimeBundle(data, RawJson.EMPTY_OBJECT), true, index + 1, null);
    }

    /// A cell but for the size of its image. Immutable.
    private record Draft(
            CellId id, String source, boolean isCode, List<CellOutput> outputs, boolean hasImage) {}

    private Notebook notebook(int imageBytes) {
        var random = new Random(~seed);
        var made = new ArrayList<Cell>();
        for (var draft : drafts()) {
            made.add(cell(draft, made.size() + 1, imageBytes, random));
        }
        return NewNotebook.empty().withMetadata(metadata()).withCells(made);
    }

    private static Cell cell(Draft draft, int count, int imageBytes, Random random) {
        if (!draft.isCode()) {
            return new MarkdownCell(draft.id(), draft.source(), JsonObject.EMPTY, Map.of(), null);
        }
        var outputs = new ArrayList<>(draft.outputs());
        if (draft.hasImage() && imageBytes > 0) {
            outputs.add(image(imageBytes, random));
        }
        return new CodeCell(
                draft.id(),
                draft.source(),
                JsonObject.EMPTY,
                count,
                new CellOutputs(outputs, false),
                null);
    }

    private static CellOutput image(int imageBytes, Random random) {
        var png = SamplePng.ofAbout(imageBytes, random);
        var data = new LinkedHashMap<String, RawJson>();
        data.put("image/png", RawJson.ofString(Base64.getEncoder().encodeToString(png)));
        data.put("text/plain", RawJson.ofString("<Figure size 800x400 with 1 Axes>"));
        return new Rich(new MimeBundle(data, RawJson.EMPTY_OBJECT), false, null, null);
    }

    private static JsonObject metadata() {
        var kernelspec =
                JsonObject.EMPTY
                        .with("display_name", new JsonString("Python 3 (ipykernel)"))
                        .with("language", new JsonString("python"))
                        .with("name", new JsonString("python3"));
        var language =
                JsonObject.EMPTY
                        .with("file_extension", new JsonString(".py"))
                        .with("mimetype", new JsonString("text/x-python"))
                        .with("name", new JsonString("python"))
                        .with("pygments_lexer", new JsonString("ipython3"));
        return JsonObject.EMPTY.with("kernelspec", kernelspec).with("language_info", language);
    }
}
