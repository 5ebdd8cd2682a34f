package dev.mote.quantizer;

import dev.mote.model.graph.Int8Model;

/** An int8 model, and what it cost to have one. */
public record QuantizationResult(Int8Model model, QuantizationReport report) {}
