package dev.mote.model.graph;

/** A verified graph whose inputs and outputs are int8: what the quantizer makes, and codegen and device-sim read. */
public record Int8Model(Graph graph) {
    /** @throws InvalidModelException with every finding if the graph breaks a rule, or its ends are not int8 */
    public Int8Model {
        GraphVerifier.requireValid(graph);
        GraphVerifier.requireEnds(graph, TensorType.INT8);
    }
}
