/** Curves as pictures: the only home of the plotting library. Knows nothing of runs and folders, only of numbers and names. */
@NullMarked
package io.github.gdxagents.headless.chart;

import org.jspecify.annotations.NullMarked;
