package org.cellist.app.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.cellist.app.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// How commands and their options are written, with words from the bundle `cli`.
///
/// Immutable.
final class Syntax {

    private final Texts texts;

    Syntax(Texts texts) {
        this.texts = texts;
    }

    /// Returns a command with `--help`.
    ///
    /// @param key of its description; its last part is the word that people type
    CommandSpec command(String key) {
        var spec = CommandSpec.create().name(key.substring(key.lastIndexOf('.') + 1));
        spec.usageMessage()
                .description(texts.get(key))
                .synopsisHeading(texts.get("heading.usage"))
                .synopsisSubcommandLabel(texts.get("label.command"))
                .commandListHeading(texts.get("heading.commands"))
                .width(96);
        spec.addOption(
                OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description(texts.get("help"))
                        .build());
        return spec;
    }

    OptionSpec flag(String key, String... names) {
        return named(names).description(texts.get(key)).arity("0").type(boolean.class).build();
    }

    /// Returns an option with a value.
    ///
    /// @param label the key of what stands for the value in the help
    OptionSpec option(String key, Class<?> type, String label, String... names) {
        return named(names)
                .description(texts.get(key))
                .type(type)
                .arity("1")
                .paramLabel(texts.get(label))
                .build();
    }

    /// Returns an option that must be given, with one of the constants as its value.
    OptionSpec required(String key, Class<? extends Enum<?>> type, String label, String... names) {
        return named(names)
                .description(texts.get(key))
                .type(type)
                .arity("1")
                .required(true)
                .paramLabel(texts.get(label))
                .build();
    }

    /// Returns an option that may be given again and again; its value is a list of texts.
    OptionSpec repeated(String key, String label, String... names) {
        return named(names)
                .description(texts.get(key))
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(texts.get(label))
                .build();
    }

    private static OptionSpec.Builder named(String... names) {
        return OptionSpec.builder(names[0], Arrays.copyOfRange(names, 1, names.length));
    }

    /// Returns the one file that a command takes.
    PositionalParamSpec file(String key, String label) {
        return file(0, key, label);
    }

    /// Returns one of several files, each with a meaning of its own.
    ///
    /// @param place among the command's files, from 0
    PositionalParamSpec file(int place, String key, String label) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(place))
                .arity("1")
                .required(true)
                .paramLabel(texts.get(label))
                .type(Path.class)
                .description(texts.get(key))
                .build();
    }

    /// Returns the files that a command takes; their value is a list of paths.
    ///
    /// @param required whether there must be at least one
    PositionalParamSpec files(String key, String label, boolean required) {
        return PositionalParamSpec.builder()
                .index("0..*")
                .arity(required ? "1..*" : "0..*")
                .required(required)
                .paramLabel(texts.get(label))
                .type(List.class)
                .auxiliaryTypes(Path.class)
                .description(texts.get(key))
                .build();
    }
}
