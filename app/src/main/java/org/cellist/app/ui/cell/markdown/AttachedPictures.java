package org.cellist.app.ui.cell.markdown;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.input.Clipboard;
import org.cellist.app.notebook.model.Cell.MarkdownCell;
import org.cellist.app.notebook.model.NotebookEdit;
import org.cellist.app.notebook.model.NotebookEdit.EditSource;
import org.cellist.app.notebook.model.NotebookEdit.Group;
import org.cellist.app.notebook.model.NotebookEdit.SetAttachments;
import org.cellist.app.ui.output.image.PngFile;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.RawJson;

/// Pictures that are pasted or dropped, and the edits that attach them to a cell. Pure but for
/// reading the clipboard and files.
///
/// Immutable.
public final class AttachedPictures {

    /// The most that a picture may take, in bytes: it is written into the notebook at each save.
    public static final long LARGEST = 10L << 20;

    private static final String PNG = "image/png";
    private static final List<String> NAME_ENDS =
            List.of(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp");

    private AttachedPictures() {}

    /// What became of a picture.
    public sealed interface Made {

        /// It can be attached. Immutable.
        ///
        /// @param base64 the PNG file as the notebook has it
        record Ready(String base64) implements Made {}

        /// It is larger than a notebook should hold. Immutable.
        record TooLarge(long bytes) implements Made {}

        /// It is no picture that can be read. Immutable.
        record Unreadable() implements Made {}
    }

    /// Returns whether there are pictures in a clipboard, or in what is dragged. Words come first:
    /// a spreadsheet puts a picture of its cells beside them.
    public static boolean isIn(Clipboard content) {
        return !files(content).isEmpty() || (content.hasImage() && !content.hasString());
    }

    /// Returns how to make PNG files of the pictures there; to be called on another thread.
    public static List<Callable<Made>> of(Clipboard content) {
        var files = files(content);
        if (!files.isEmpty()) {
            return files.stream().<Callable<Made>>map(file -> () -> read(file)).toList();
        }
        var image = content.hasString() ? null : content.getImage();
        return image == null ? List.of() : List.of(() -> made(PngFile.of(image)));
    }

    private static List<Path> files(Clipboard content) {
        return Optional.ofNullable(content.getFiles()).orElse(List.of()).stream()
                .map(File::toPath)
                .filter(AttachedPictures::isPicture)
                .toList();
    }

    private static boolean isPicture(Path file) {
        var name = file.toString().toLowerCase(Locale.ROOT);
        return NAME_ENDS.stream().anyMatch(name::endsWith);
    }

    private static Made read(Path file) {
        try {
            long size = Files.size(file);
            return size > LARGEST
                    ? new Made.TooLarge(size)
                    : made(PngFile.of(Files.readAllBytes(file)));
        } catch (IOException _) {
            return new Made.Unreadable();
        }
    }

    private static Made made(byte[] png) {
        return png.length > LARGEST
                ? new Made.TooLarge(png.length)
                : new Made.Ready(Base64.getEncoder().encodeToString(png));
    }

    /// Returns the edit that attaches pictures and shows them at a place of the text: one step.
    ///
    /// @param offset before which character they come
    /// @param removed how many characters they replace
    public static Attaching attaching(
            MarkdownCell cell, int offset, int removed, List<Made.Ready> pictures) {
        var attachments = new LinkedHashMap<>(cell.attachments());
        var links = new ArrayList<String>();
        for (var picture : pictures) {
            var name = freeName(attachments);
            attachments.put(
                    name,
                    new MimeBundle(
                            Map.of(PNG, RawJson.ofString(picture.base64())), RawJson.EMPTY_OBJECT));
            links.add("![" + name + "](attachment:" + name + ")");
        }
        var text = String.join("\n", links);
        var edit =
                new Group(
                        List.of(
                                new SetAttachments(cell.id(), attachments),
                                new EditSource(cell.id(), offset, removed, text, null)));
        return new Attaching(edit, offset + text.length());
    }

    /// An edit, and where the caret stands after it. Immutable.
    public record Attaching(NotebookEdit edit, int caret) {}

    private static String freeName(Map<String, MimeBundle> taken) {
        var name = "image.png";
        for (int i = 1; taken.containsKey(name); i++) {
            name = "image-" + i + ".png";
        }
        return name;
    }
}
