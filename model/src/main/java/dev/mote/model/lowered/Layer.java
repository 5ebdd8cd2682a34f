package dev.mote.model.lowered;

/**
 * What the interpreter runs and codegen emits: an operator with every size, factor and clamp resolved, so that both have nothing left
 * to compute about the model and cannot differ in it.
 */
public sealed interface Layer permits Int8Layer, FloatLayer, MovementLayer {}
