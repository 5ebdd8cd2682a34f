package dev.mote.quantizer;

import java.util.OptionalDouble;

/**
 * What one layer costs by itself, over validation samples.
 *
 * @param name of the layer's output tensor
 * @param operator as {@code CONV_2D}, or {@code input}
 * @param alone of the float model with only this layer's weights and output rounded to int8
 * @param weightsSqnrDb ratio at the output if only this layer's weights are rounded; 150 for layers without
 * @param int16GainDb what the int8 model gains at its output with this layer's output, and what shares its scale, in int16; empty where
 *     TFLM lacks a kernel
 */
public record LayerCost(String name, String operator, Score alone, double weightsSqnrDb, OptionalDouble int16GainDb) {}
