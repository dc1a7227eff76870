package org.cellist.app.notebook.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cellist.app.notebook.form.SourceLines.Line;
import org.jspecify.annotations.Nullable;

/// Reads a form, line by line as Colab does. `#@param` and `# @param` are the same.
///
/// Confined to one reading.
final class FormReader {

    private static final int NO_LINE = -2;
    private static final BigDecimal FARTHEST = BigDecimal.TEN.pow(15); // in steps a thumb can make
    private static final BigDecimal DEFAULT_MAX = BigDecimal.valueOf(100);

    private final String source;
    private final List<Form.Item> items = new ArrayList<>();
    private Form.@Nullable Title title;
    private int lastNote = NO_LINE;

    private FormReader(String source) {
        this.source = source;
    }

    /// Returns the form of a source; empty when nothing in it belongs to one.
    static Optional<Form> read(String source) {
        var reader = new FormReader(source);
        SourceLines.of(source).forEach(reader::line);
        return reader.title == null && reader.items.isEmpty()
                ? Optional.empty()
                : Optional.of(new Form(reader.title, reader.items));
    }

    private void line(Line line) {
        int first = CodeScan.afterSpace(source, line.start(), line.end());
        if (first == line.end()) {
            return;
        }
        if (source.charAt(first) != '#') {
            if (source.indexOf("@param", first, line.end()) >= 0) {
                parameter(first, line.end()).ifPresent(items::add);
            }
            return;
        }
        int afterTitle = afterMark(first, line.end(), "title");
        int afterNote = afterMark(first, line.end(), "markdown");
        if (afterTitle > 0 && title == null) {
            title = title(CodeScan.trimmed(source.substring(afterTitle, line.end())));
        } else if (afterNote > 0) {
            note(line, source.substring(afterNote, line.end()));
        }
    }

    /// Returns the place behind `#@name` or `# @name`, or -1.
    private int afterMark(int hash, int end, String name) {
        int at = CodeScan.afterSpace(source, hash + 1, end);
        int after = at + 1 + name.length();
        boolean isMark = after <= end && source.startsWith("@" + name, at);
        boolean isOther = after < end && Character.isJavaIdentifierPart(source.charAt(after));
        return isMark && !isOther ? after : -1;
    }

    // ---- #@title, #@markdown

    private static Form.Title title(String text) {
        int brace = text.endsWith("}") ? text.lastIndexOf('{') : -1;
        var options = brace < 0 ? null : Annotation.read(text.substring(brace)).orElse(null);
        var known = options == null ? new Annotation(null, Map.of()) : options;
        var words = options == null ? text : CodeScan.trimmed(text.substring(0, brace));
        return new Form.Title(
                words,
                known.option("run").equals("auto"),
                CellView.named(known.option("display-mode")),
                known.isOn("vertical-output"));
    }

    /// Lines that follow each other are one text, so that lists hold together. A line of hyphens
    /// is always a rule, and never makes a heading of the line above.
    private void note(Line line, String text) {
        var markdown = text.startsWith(" ") ? text.substring(1) : text;
        if (line.number() == lastNote + 1 && items.getLast() instanceof Form.Note(var before)) {
            boolean isRule = markdown.strip().startsWith("---");
            items.set(
                    items.size() - 1, new Form.Note(before + (isRule ? "\n\n" : "\n") + markdown));
        } else {
            items.add(new Form.Note(markdown));
        }
        lastNote = line.number();
    }

    // ---- #@param

    private Optional<Parameter> parameter(int first, int end) {
        int afterName = afterName(first, end);
        int equals = afterName < 0 ? -1 : equalsSign(afterName, end);
        if (equals < 0) {
            return Optional.empty();
        }
        int start = CodeScan.afterSpace(source, equals + 1, end);
        int comment = CodeScan.of(source, start, end).comment();
        int stop = comment < 0 ? start : valueEnd(start, comment);
        if (stop == start || !CodeScan.of(source, start, stop).isWhole()) {
            return Optional.empty();
        }
        var name = source.substring(first, afterName);
        var written = source.substring(start, stop);
        return annotation(comment, end)
                .flatMap(found -> Optional.ofNullable(field(found, written)))
                .map(field -> new Parameter(name, start, stop, written, field));
    }

    /// Returns the place behind `name` or `name.name`, or -1.
    private int afterName(int first, int end) {
        int i = first;
        boolean begins = true;
        while (i < end) {
            char c = source.charAt(i);
            boolean isLetter = Character.isLetter(c) || c == '_';
            if (begins ? !isLetter : !isLetter && !Character.isDigit(c) && c != '.') {
                break;
            }
            begins = c == '.';
            i++;
        }
        return begins ? -1 : i;
    }

    /// Returns the place of the sign that assigns, which may stand behind a type; or -1.
    private int equalsSign(int afterName, int end) {
        int at = CodeScan.afterSpace(source, afterName, end);
        if (at < end && source.charAt(at) == ':') {
            at = source.indexOf('=', at, end);
        }
        boolean assigns =
                at >= 0
                        && at < end
                        && source.charAt(at) == '='
                        && (at + 1 == end || source.charAt(at + 1) != '=')
                        && CodeScan.of(source, afterName, at).isWhole();
        return assigns ? at : -1;
    }

    /// A comma behind the value belongs to what the line is part of: arguments of a call.
    private int valueEnd(int start, int comment) {
        int stop = CodeScan.beforeSpace(source, start, comment);
        return stop > start && source.charAt(stop - 1) == ','
                ? CodeScan.beforeSpace(source, start, stop - 1)
                : stop;
    }

    private Optional<Annotation> annotation(int comment, int end) {
        for (int hash = comment; hash >= 0; hash = source.indexOf('#', hash + 1, end)) {
            int after = afterMark(hash, end, "param");
            if (after > 0) {
                return Annotation.read(source.substring(after, end));
            }
        }
        return Optional.empty();
    }

    /// Returns the kind of a value; null for a type that is not known.
    private static @Nullable Field field(Annotation annotation, String written) {
        var type = annotation.option("type");
        var placeholder = annotation.option("placeholder");
        var choices = annotation.choices();
        if (choices != null) {
            return choice(choices, annotation, written);
        }
        return switch (type) {
            case "string" -> new Field.Text(placeholder);
            case "raw" -> new Field.Raw(placeholder);
            case "number" -> new Field.Numeric(false);
            case "integer" -> new Field.Numeric(true);
            case "slider" -> slider(annotation);
            case "boolean" -> new Field.Check();
            case "date" -> new Field.Date();
            case "" -> inferred(written, placeholder);
            default -> null;
        };
    }

    /// Without a type the options are what the value is: texts, or expressions.
    private static Field choice(List<String> choices, Annotation annotation, String written) {
        var type = annotation.option("type");
        boolean isRaw =
                type.isEmpty()
                        ? PythonText.decoded(written).isEmpty()
                        : !type.equals("string") && !type.equals("date");
        return new Field.Choice(
                choices, isRaw, annotation.isOn("allow-input"), annotation.option("placeholder"));
    }

    private static Field inferred(String written, String placeholder) {
        if (PythonText.decoded(written).isPresent()) {
            return new Field.Text(placeholder);
        }
        if (PythonNumber.isNumber(written, false)) {
            return new Field.Numeric(false);
        }
        boolean isBoolean = written.equals("True") || written.equals("False");
        return isBoolean ? new Field.Check() : new Field.Raw(placeholder);
    }

    /// Returns a slider, or a number where its ends make none.
    private static Field slider(Annotation annotation) {
        var min = number(annotation, "min", BigDecimal.ZERO);
        var max = number(annotation, "max", DEFAULT_MAX);
        var step = number(annotation, "step", BigDecimal.ONE);
        boolean isSound =
                min != null
                        && max != null
                        && step != null
                        && min.compareTo(max) < 0
                        && step.signum() > 0;
        return isSound
                ? new Field.Slider(
                        Objects.requireNonNull(min),
                        Objects.requireNonNull(max),
                        Objects.requireNonNull(step))
                : new Field.Numeric(false);
    }

    private static @Nullable BigDecimal number(
            Annotation annotation, String name, BigDecimal otherwise) {
        var written = annotation.options().get(name);
        return written == null
                ? otherwise
                : PythonNumber.decimal(written)
                        .filter(value -> value.abs().compareTo(FARTHEST) <= 0)
                        .orElse(null);
    }
}
