/** What a machine has and how busy it is, as values, and the words for them. Pure; knows no tool that told. */
@NullMarked
package dev.rwtui.facts.model;

import org.jspecify.annotations.NullMarked;
