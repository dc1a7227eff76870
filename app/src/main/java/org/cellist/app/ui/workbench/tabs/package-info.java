/// What rows of tabs are made of, and what is seen while a tab is dragged;
/// files that are dropped become tabs, too.
///
/// [TabStrip] lays tabs side by side; [TabMarks] shows where one would come. JavaFX Application
/// Thread.
@NullMarked
package org.cellist.app.ui.workbench.tabs;

import org.jspecify.annotations.NullMarked;
