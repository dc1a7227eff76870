package org.cellist.app.variables;

/// Where a kernel's function, class or module is defined. Immutable.
///
/// @param file on the kernel's disk; empty for code that was typed, as in a cell
/// @param line 1 for the first
/// @param column before the name, 0 before the first character
/// @param text of the line; empty for a module
public record DefinedCode(String file, int line, int column, String text) {}
