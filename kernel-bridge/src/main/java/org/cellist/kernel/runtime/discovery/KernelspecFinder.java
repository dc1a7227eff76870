package org.cellist.kernel.runtime.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.RefusedKernelspec;
import org.cellist.kernel.runtime.RefusedKernelspec.Reason;

/// Reads the kernelspecs of a list of folders, each folder once however it is reached.
///
/// Confined to one search.
final class KernelspecFinder {

    /// A kernelspec as its folder tells it, before its program is looked for.
    ///
    /// @param name the folder's name in lower case, as Jupyter compares it
    record Found(String name, KernelspecFile file, Path folder, KernelsFolder place) {}

    /// `jupyter_client.kernelspec._kernel_name_pat`.
    private static final Pattern NAME = Pattern.compile("[a-z0-9._-]+", Pattern.CASE_INSENSITIVE);

    private final FolderSafety safety;
    private final Set<Path> seen = new HashSet<>();
    private final List<Found> found = new ArrayList<>();
    private final List<RefusedKernelspec> refused = new ArrayList<>();

    KernelspecFinder(FolderSafety safety) {
        this.safety = safety;
    }

    List<Found> found() {
        return found;
    }

    List<RefusedKernelspec> refused() {
        return refused;
    }

    /// Adds the kernelspecs of one folder, by name. A folder that is not there has none.
    void search(KernelsFolder kernels) {
        for (var folder : Folders.subfolders(kernels.path())) {
            var real = FolderSafety.real(folder).orElse(folder);
            if (NAME.matcher(Folders.name(folder)).matches()
                    && Files.exists(folder.resolve(KernelJson.NAME))
                    && seen.add(real)) {
                read(folder, kernels);
            }
        }
    }

    private void read(Path folder, KernelsFolder place) {
        var json = folder.resolve(KernelJson.NAME);
        var writable = safety.worldWritable(json);
        if (writable.isPresent()) {
            refuse(folder, Reason.WORLD_WRITABLE, writable.get());
            return;
        }
        Optional<KernelspecFile> file;
        try {
            file = KernelJson.read(json);
        } catch (IOException _) {
            refuse(folder, Reason.UNREADABLE, json);
            return;
        }
        var name = Folders.name(folder).toLowerCase(Locale.ROOT);
        file.ifPresentOrElse(
                it -> found.add(new Found(name, it, folder, place)),
                () -> refuse(folder, Reason.MALFORMED, json));
    }

    private void refuse(Path folder, Reason reason, Path culprit) {
        refused.add(new RefusedKernelspec(folder, reason, culprit));
    }
}
