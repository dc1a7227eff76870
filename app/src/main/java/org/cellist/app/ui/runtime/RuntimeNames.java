package org.cellist.app.ui.runtime;

import java.util.Locale;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecSource;

/// Short names of what runs, such as `Python 3.12`.
///
/// Immutable.
public final class RuntimeNames {

    /// Returns the name of a runtime, wherever it is.
    public String of(KernelRuntime runtime) {
        return switch (runtime) {
            case KernelRuntime.Local(var kernelspec) -> of(kernelspec);
            case KernelRuntime.JupyterServer(var server, var kernelspec, _) ->
                    kernelspec.displayName() + " \u2014 " + server.shown();
            case KernelRuntime.OnHost(var host, var kernelspec, _) ->
                    kernelspec.displayName() + " \u2014 " + host;
        };
    }

    /// The language with its version where that is known, else the name its author gave it.
    public String of(Kernelspec spec) {
        var interpreter = spec.interpreter();
        if (interpreter == null) {
            return spec.displayName();
        }
        return switch (spec.language().toLowerCase(Locale.ROOT)) {
            case "python" -> python(interpreter);
            case "java" ->
                    spec.source() == KernelspecSource.BUILT_IN
                            ? versioned("Java", interpreter)
                            : spec.displayName();
            default -> spec.displayName();
        };
    }

    static String python(Interpreter interpreter) {
        return versioned("Python", interpreter);
    }

    /// Two numbers tell versions apart; the rest stands in the detail.
    private static String versioned(String language, Interpreter interpreter) {
        var version = interpreter.version();
        if (version == null) {
            return language;
        }
        var numbers = version.split("\\.", -1);
        boolean isOneNumber = numbers.length == 1 || language.equals("Java");
        return language + " " + (isOneNumber ? numbers[0] : numbers[0] + "." + numbers[1]);
    }
}
