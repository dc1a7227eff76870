package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.cellist.app.notebook.diff.CellChanges;
import org.cellist.app.notebook.format.UnknownMembers;
import org.cellist.app.notebook.model.CellOutput;
import org.cellist.app.notebook.model.CellOutput.Failed;
import org.cellist.app.notebook.model.CellOutput.Rich;
import org.cellist.app.notebook.model.CellOutput.Text;
import org.cellist.app.notebook.model.CellOutput.Unknown;
import org.cellist.app.notebook.model.CellOutputs;
import org.cellist.app.notebook.model.Notebook;
import org.cellist.kernel.protocol.MimeBundle;
import org.cellist.kernel.protocol.json.JsonValue;
import org.cellist.kernel.protocol.json.JsonValue.JsonArray;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.RawJson;
import org.jspecify.annotations.Nullable;

/// All that can get lost of a notebook, line by line and value by value, and how often each is
/// there.
final class NotebookParts {

    private final Map<String, Integer> counts = new HashMap<>();

    static NotebookParts of(Notebook notebook) {
        var parts = new NotebookParts();
        parts.addMetadata("notebook ", notebook.metadata());
        for (var cell : notebook.cells()) {
            cell.source().lines().forEach(line -> parts.add("source " + line));
            parts.addMetadata("cell ", cell.metadata());
            parts.addMetadata("unknown ", UnknownMembers.of(cell));
            parts.addOutputs(CellChanges.outputs(cell));
            CellChanges.attachments(cell).values().forEach(parts::addBundle);
        }
        return parts;
    }

    /// What the result has and what its conflicts tell.
    static NotebookParts of(MergeOutcome outcome) {
        var parts = of(outcome.notebook());
        for (var conflict : outcome.conflicts()) {
            switch (conflict) {
                case MergeConflict.OldOutputs(_, _, var outputs) -> parts.addOutputs(outputs);
                case MergeConflict.Metadata(var cell, var path, var local, var remote) -> {
                    parts.addValue((cell == null ? "notebook " : "cell ") + path, local);
                    parts.addValue((cell == null ? "notebook " : "cell ") + path, remote);
                }
                case MergeConflict.UnknownMember(_, var name, _, var remote) ->
                        parts.addValue("unknown " + name, remote);
                case MergeConflict.Source _, MergeConflict.Deletion _, MergeConflict.Move _ -> {}
                case MergeConflict.Type _, MergeConflict.Outputs _, MergeConflict.Attachment _ -> {}
            }
        }
        return parts;
    }

    /// Returns what one side has and the other did not delete, and what is not there all the same.
    static List<String> lost(Notebook base, Notebook local, Notebook remote, MergeOutcome outcome) {
        var before = of(base);
        var there = of(outcome);
        var lost = new ArrayList<String>();
        lost.addAll(there.lacking(before, of(local), of(remote)));
        lost.addAll(there.lacking(before, of(remote), of(local)));
        return lost;
    }

    private List<String> lacking(NotebookParts base, NotebookParts one, NotebookParts other) {
        var lacking = new ArrayList<String>();
        for (var part : new TreeSet<>(one.counts.keySet())) {
            int deleted = Math.max(0, base.count(part) - other.count(part));
            if (count(part) < one.count(part) - deleted) {
                lacking.add(part);
            }
        }
        return lacking;
    }

    int count(String part) {
        return counts.getOrDefault(part, 0);
    }

    Map<String, Integer> counts() {
        return counts;
    }

    private void add(String part) {
        counts.merge(part, 1, Integer::sum);
    }

    private void addMetadata(String path, JsonObject metadata) {
        metadata.members().forEach((name, value) -> addValue(path + name, value));
    }

    private void addValue(String path, @Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            addMetadata(path + ".", object);
        } else if (value instanceof JsonArray(var items) && path.endsWith(" tags")) {
            items.forEach(item -> add(path + " has " + RawJson.of(item)));
        } else if (value != null) {
            add(path + " = " + RawJson.of(value));
        }
    }

    private void addOutputs(CellOutputs outputs) {
        outputs.items().forEach(this::addOutput);
    }

    private void addOutput(CellOutput output) {
        switch (output) {
            case Text(_, var text) -> text.text().lines().forEach(line -> add("output " + line));
            case Rich(var data, _, _, _) -> addBundle(data);
            case Failed(var name, var value, var traceback) -> {
                add("error " + name + value);
                traceback.forEach(line -> add("error " + line));
            }
            case Unknown(var value) -> add("unknown " + RawJson.of(value.value()));
        }
    }

    private void addBundle(MimeBundle bundle) {
        bundle.data()
                .forEach(
                        (type, raw) -> {
                            var text = raw.joinedText().orElse(raw.toString());
                            text.lines().forEach(line -> add(type + " " + line));
                        });
    }
}
