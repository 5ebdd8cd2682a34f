package dev.mote.codegen;

/** Where a tensor is while a program runs. */
public sealed interface Location {
    /** In the memory that the caller names as input {@code position}; only read. */
    record CallerInput(int position) implements Location {}

    /** In the memory that the caller names as output {@code position}. */
    record CallerOutput(int position) implements Location {}

    /** In the arena, from byte {@code offset} on. */
    record Arena(int offset) implements Location {}

    /** Among the constants. */
    record Constant() implements Location {}
}
