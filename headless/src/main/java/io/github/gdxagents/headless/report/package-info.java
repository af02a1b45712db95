/**
 * What a run tells people: its curve as pictures, and a page of its own with everything on it. Reads a run's folder, and writes three files
 * there.
 */
@NullMarked
package io.github.gdxagents.headless.report;

import org.jspecify.annotations.NullMarked;
