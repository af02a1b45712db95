/** Those who play without a person: a policy, a rule, and what a match looks like to one who learns in it. */
@NullMarked
package io.github.gdxagents.pong.player;

import org.jspecify.annotations.NullMarked;
