package org.cellist.app.ui.workbench.resources;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// What one notebook's kernel takes, in a person's words. Immutable.
///
/// @param key tells it from the others of its place
/// @param title its notebook
/// @param words its memory and its part of the whole, its GPU memory
/// @param notebook the file whose GPU can be freed; null where there is none to free
record UseRow(String key, String title, String words, @Nullable Path notebook) {}
