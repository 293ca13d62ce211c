package dev.plumb.sequence;

import java.util.List;

/// What is known of a loss that is no formula, in words.
///
/// @param signature `name(predictions | targets; parameters)`
/// @param documentation what it is
/// @param recursion its mathematics, line by line
/// @param inputs what goes in, one line each
/// @param facts what holds of it
/// @param also other names
/// @param source where it comes from
public record SequencePage(
    String signature,
    String documentation,
    List<String> recursion,
    List<String> inputs,
    List<String> facts,
    List<String> also,
    String source) {}
