package dev.mote.codegen;

/** Where a tensor is while a program runs. */
public sealed interface Location {
    /** In the memory that the caller names as input {@code position}, from byte {@code offset} on; only read. */
    record CallerInput(int position, int offset) implements Location {}

    /** In the memory that the caller names as output {@code position}, from byte {@code offset} on. */
    record CallerOutput(int position, int offset) implements Location {}

    /** In the arena, from byte {@code offset} on. */
    record Arena(int offset) implements Location {}

    /** Among the constants. */
    record Constant() implements Location {}
}
