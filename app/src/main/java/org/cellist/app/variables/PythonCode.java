package org.cellist.app.variables;

/// Python that is evaluated in a kernel without leaving a trace in the person's namespace.
///
/// Immutable.
public final class PythonCode {

    private PythonCode() {}

    /// Returns an expression that runs one of our scripts in a namespace of its own, and is the
    /// value of a call of a function there.
    ///
    /// @param script a file beside this class
    /// @param call as it stands in Python
    static String calling(String script, String call) {
        return calling(PythonCode.class, script, call);
    }

    /// Returns an expression that runs one of our scripts in a namespace of its own, and is the
    /// value of a call of a function there.
    ///
    /// @param beside the class that has the script beside it
    /// @param script its file's name
    /// @param call as it stands in Python
    public static String calling(Class<?> beside, String script, String call) {
        return callingText(Scripts.text(beside, script), call);
    }

    /// Returns an expression that runs Python in a namespace of its own, and is the value of a call
    /// of a function there.
    ///
    /// @param script the code itself
    /// @param call as it stands in Python
    public static String callingText(String script, String call) {
        return "(lambda g: (__import__('builtins').exec("
                + literal(script)
                + ", g), __import__('builtins').eval("
                + literal(call)
                + ", g))[1])({'__name__': 'cellist'})";
    }

    /// Returns a text as a literal of Python, whatever is in it.
    public static String literal(String text) {
        var literal = new StringBuilder("'");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '\'' -> literal.append("\\'");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\0' -> literal.append("\\0");
                default -> literal.append(c);
            }
        }
        return literal.append('\'').toString();
    }
}
