package dev.mote.model.graph;

/** SAME: output = ceil(input / stride), zeros around the input; VALID: the window stays inside the input. */
public enum Padding {
    SAME,
    VALID
}
