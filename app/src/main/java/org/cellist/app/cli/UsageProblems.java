package org.cellist.app.cli;

import java.util.stream.Collectors;
import org.cellist.app.text.Texts;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with the arguments, and how the command is written.
///
/// Immutable.
final class UsageProblems implements IParameterExceptionHandler {

    private final Texts texts;

    UsageProblems(Texts texts) {
        this.texts = texts;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        var command = problem.getCommandLine();
        var err = command.getErr();
        err.println(wording(problem));
        var help = command.getHelp();
        err.print(help.synopsisHeading() + help.synopsis(help.synopsisHeadingLength()));
        err.println(texts.get("usage.more", command.getCommandSpec().qualifiedName()));
        err.flush();
        return ExitCodes.USAGE;
    }

    private String wording(ParameterException problem) {
        var argument = problem.getArgSpec();
        return switch (problem) {
            case UnmatchedArgumentException unmatched ->
                    texts.get("usage.unknown", String.join(" ", unmatched.getUnmatched()));
            case MissingParameterException missing ->
                    texts.get(
                            "usage.missing",
                            missing.getMissing().stream()
                                    .map(UsageProblems::name)
                                    .collect(Collectors.joining(", ")));
            default ->
                    argument == null
                            ? String.valueOf(problem.getMessage())
                            : texts.get("usage.value", name(argument), problem.getValue());
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }
}
