package dev.mote.codegen;

import dev.mote.model.lowered.Step;

/**
 * A step and its C.
 *
 * @param prefix of its C names
 * @param operator as the schema calls it
 */
record GeneratedLayer(int index, Step step, String prefix, String operator, LayerCode code) {}
